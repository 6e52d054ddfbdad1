//! The holidays of Colombia as its laws define them.
//!
//! They are the default rows of a calendar for the coming years, no more: laws change and entities
//! grant days off, so the rows are what counts and the administrator edits them.

use chrono::{Datelike, Days, NaiveDate};

/// A holiday on the day on which people rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holiday {
    /// The local date of the day off.
    pub date: NaiveDate,
    /// Its name in Spanish.
    pub name: &'static str,
}

/// How a law places a holiday in the year.
#[derive(Clone, Copy)]
enum Place {
    /// On this month and day, whatever the weekday.
    Fixed(u32, u32),
    /// On this month and day when a Monday, else on the Monday after it.
    MondayFrom(u32, u32),
    /// This many days before Easter Sunday.
    BeforeEaster(u64),
    /// This many days after Easter Sunday. For the three that move, the Monday after their feast.
    AfterEaster(u64),
}

use Place::{AfterEaster, BeforeEaster, Fixed, MondayFrom};

/// Ley 51 de 1983 art. 1 (Código Sustantivo del Trabajo art. 177).
const LAW_51_OF_1983: [(Place, &str); 18] = [
    (Fixed(1, 1), "Año Nuevo"),
    (MondayFrom(1, 6), "Día de los Reyes Magos"),
    (MondayFrom(3, 19), "Día de San José"),
    (BeforeEaster(3), "Jueves Santo"),
    (BeforeEaster(2), "Viernes Santo"),
    (Fixed(5, 1), "Día del Trabajo"),
    (AfterEaster(43), "Ascensión del Señor"),
    (AfterEaster(64), "Corpus Christi"),
    (AfterEaster(71), "Sagrado Corazón de Jesús"),
    (MondayFrom(6, 29), "San Pedro y San Pablo"),
    (Fixed(7, 20), "Día de la Independencia"),
    (Fixed(8, 7), "Batalla de Boyacá"),
    (MondayFrom(8, 15), "Asunción de la Virgen"),
    (MondayFrom(10, 12), "Día de la Raza"),
    (MondayFrom(11, 1), "Día de Todos los Santos"),
    (MondayFrom(11, 11), "Independencia de Cartagena"),
    (Fixed(12, 8), "Inmaculada Concepción"),
    (Fixed(12, 25), "Navidad"),
];

/// Ley 2578 de 2026.
const LAW_2578_OF_2026: [(Place, &str); 1] =
    [(MondayFrom(7, 9), "Nuestra Señora del Rosario de Chiquinquirá")];

/// The holidays of a year by the laws of today, sorted by date: Ley 51 de 1983 and, from 2026 on,
/// Ley 2578 de 2026.
///
/// Holidays, not days off: in 2025, 2030, 2038 and 2041 Sacred Heart and Saint Peter share a
/// Monday, and both are listed.
#[must_use]
pub fn colombia(year: i32) -> Vec<Holiday> {
    let later: &[(Place, &str)] = if year >= 2026 { &LAW_2578_OF_2026 } else { &[] };
    let mut holidays: Vec<Holiday> = LAW_51_OF_1983
        .iter()
        .chain(later)
        .filter_map(|&(place, name)| Some(Holiday { date: place.date(year)?, name }))
        .collect();
    holidays.sort();
    holidays
}

impl Place {
    /// The date in a year; `None` only for years no calendar reaches.
    fn date(self, year: i32) -> Option<NaiveDate> {
        match self {
            Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            MondayFrom(month, day) => monday_from(NaiveDate::from_ymd_opt(year, month, day)?),
            BeforeEaster(days) => easter_sunday(year)?.checked_sub_days(Days::new(days)),
            AfterEaster(days) => easter_sunday(year)?.checked_add_days(Days::new(days)),
        }
    }
}

fn monday_from(date: NaiveDate) -> Option<NaiveDate> {
    let days_past_monday = date.weekday().num_days_from_monday();
    date.checked_add_days(Days::new(u64::from((7 - days_past_monday) % 7)))
}

/// Easter Sunday by the anonymous Gregorian computus (Meeus, "Astronomical Algorithms", ch. 8):
/// the Sunday after the full moon that the church's tables give for the start of spring.
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let century = year.div_euclid(100);
    let year_of_century = year.rem_euclid(100);
    let year_of_moon_cycle = year.rem_euclid(19);

    let moon_drift = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let leap_days_dropped = century - century.div_euclid(4);
    let days_to_full_moon = (19 * year_of_moon_cycle + leap_days_dropped - moon_drift + 15).rem_euclid(30);
    let days_to_sunday = (32 + 2 * century.rem_euclid(4) + 2 * (year_of_century / 4)
        - days_to_full_moon
        - year_of_century % 4)
        .rem_euclid(7);
    let one_week_less = (year_of_moon_cycle + 11 * days_to_full_moon + 22 * days_to_sunday) / 451;

    let days_from_22_march = days_to_full_moon + days_to_sunday - 7 * one_week_less;
    NaiveDate::from_ymd_opt(year, 3, 22)?.checked_add_days(Days::new(u64::try_from(days_from_22_march).ok()?))
}

#[cfg(test)]
mod tests;
