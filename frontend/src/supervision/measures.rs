//! From the server's figures to marks of charts and comparisons of tiles: pure, so that it can be
//! tested without a browser. Words that only a browser knows (the names of days) are given.

use crate::order::in_order;
use crate::route::Route;
use crate::text::Text;
use crate::ui::{Change, Mark, Tone, href};
use chrono::NaiveDate;
use contract::reports::{AgeCount, Count, DayCount, HourCount, ScoreCount, WeekdayCount};
use yew::AttrValue;

/// The address of the tickets behind a figure.
pub(super) fn behind(tickets: Option<&str>) -> Option<AttrValue> {
    tickets.map(|query| format!("{}?{query}", href(&Route::Queue)).into())
}

/// A mark of a number of cases.
pub(super) fn mark(label: impl Into<AttrValue>, figure: &Count, text: &Text) -> Mark {
    let value = float(figure.count);
    Mark {
        label: label.into(),
        full: None,
        value,
        words: text.number(value),
        to: behind(figure.tickets.as_deref()),
        tone: Tone::Brand,
    }
}

/// Marks of days; `name` writes a day in short and in full.
pub(super) fn days(
    days: &[DayCount],
    figure: impl Fn(&DayCount) -> &Count,
    name: impl Fn(NaiveDate) -> (AttrValue, AttrValue),
    text: &Text,
) -> Vec<Mark> {
    let one = |day: &DayCount| {
        let (short, full) = name(day.date);
        Mark { full: Some(full), ..mark(short, figure(day), text) }
    };
    days.iter().map(one).collect()
}

/// Marks of the hours of the day.
pub(super) fn hours(hours: &[HourCount], text: &Text) -> Vec<Mark> {
    let one = |hour: &HourCount| Mark {
        full: Some(format!("{}:00 – {}:00", hour.hour, hour.hour + 1).into()),
        ..mark(hour.hour.to_string(), &hour.figure, text)
    };
    hours.iter().map(one).collect()
}

/// Marks of the days of the week; `name` writes the nth, 1 being Monday, in short and in full.
pub(super) fn weekdays(
    days: &[WeekdayCount],
    name: impl Fn(u8) -> (AttrValue, AttrValue),
    text: &Text,
) -> Vec<Mark> {
    let one = |day: &WeekdayCount| {
        let (short, full) = name(day.weekday);
        Mark { full: Some(full), ..mark(short, &day.figure, text) }
    };
    days.iter().map(one).collect()
}

/// Marks of the ages of what is unresolved: the older, the louder.
pub(super) fn ages(ages: &[AgeCount], text: &Text) -> Vec<Mark> {
    let one = |age: &AgeCount| {
        let blanks = [("from", age.from_days.into()), ("to", age.to_days.unwrap_or_default().into())];
        let label = match (age.from_days, age.to_days) {
            (0, Some(_)) => text.fill("age-under", &blanks),
            (_, Some(_)) => text.fill("age-between", &blanks),
            (_, None) => text.fill("age-over", &blanks),
        };
        let tone = match age.from_days {
            0..7 => Tone::Brand,
            7..30 => Tone::Warn,
            _ => Tone::Bad,
        };
        Mark { tone, ..mark(label, &age.figure, text) }
    };
    ages.iter().map(one).collect()
}

/// Marks of the scores, the best on top.
pub(super) fn scores(scores: &[ScoreCount], text: &Text) -> Vec<Mark> {
    let one = |score: &ScoreCount| {
        let label = format!("{} · {}", score.score, text.say(&format!("score-{}", score.score)));
        let tone = match score.score {
            4.. => Tone::Good,
            3 => Tone::Warn,
            _ => Tone::Bad,
        };
        Mark { tone, ..mark(label, &score.figure, text) }
    };
    scores.iter().rev().map(one).collect()
}

/// Most first, what there is none of left out.
pub(super) fn most_first(marks: Vec<Mark>) -> Vec<Mark> {
    let some = marks.into_iter().filter(|mark| mark.value > 0.0);
    in_order(some, |one, other| other.value.total_cmp(&one.value))
}

/// Which direction of a figure is good news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Better {
    More,
    Less,
    Neither,
}

impl Better {
    const fn good(self, up: bool) -> Option<bool> {
        match self {
            Self::More => Some(up),
            Self::Less => Some(!up),
            Self::Neither => None,
        }
    }
}

/// How a share in percent stands beside the one before, in points; none when there is nothing to
/// compare, or nothing changed.
pub(super) fn points(now: Option<f64>, before: Option<f64>, better: Better, text: &Text) -> Option<Change> {
    let by = (now? - before? + 0.0) * 10.0;
    change(by.round() / 10.0, better, |by| text.fill("supervision-points", &[("points", by.into())]), text)
}

/// How a number stands beside the one before, in percent of that.
pub(super) fn growth(now: i64, before: i64, better: Better, text: &Text) -> Option<Change> {
    if before == 0 {
        return None;
    }
    let by = (float(now - before) / float(before) * 100.0).round();
    change(by, better, |by| text.fill("supervision-growth", &[("percent", by.into())]), text)
}

fn change(by: f64, better: Better, words: impl Fn(String) -> AttrValue, text: &Text) -> Option<Change> {
    let up = by > 0.0;
    let sign = if up { "+" } else { "−" };
    (by != 0.0).then(|| Change {
        words: words(format!("{sign}{}", text.number(by.abs()))),
        up,
        good: better.good(up),
    })
}

/// A number of cases as a float: exact up to 2^53.
#[expect(clippy::cast_precision_loss, reason = "nobody counts 2^53 cases")]
pub(super) const fn float(count: i64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::auth::Locale;

    fn count(count: i64) -> Count {
        Count { count, tickets: Some(format!("project=TIC&level={count}")) }
    }

    #[test]
    fn marks_lead_to_their_tickets() {
        let text = Text::of(Locale::Es);
        let one = mark("Portal", &count(1_234), &text);
        assert_eq!((one.value, one.words.as_str()), (1_234.0, "1.234"));
        assert_eq!(one.to.as_deref(), Some("/console?project=TIC&level=1234"));
        assert_eq!(mark("x", &Count { count: 0, tickets: None }, &text).to, None);
    }

    #[test]
    fn hours_and_weekdays_lead_to_their_tickets() {
        let text = Text::of(Locale::Es);
        let hours = hours(&[HourCount { hour: 9, figure: count(4) }], &text);
        let weekday = WeekdayCount { weekday: 1, figure: count(2) };
        let weekdays = weekdays(&[weekday], |_| ("lun".into(), "lunes".into()), &text);
        let marks = hours.iter().chain(&weekdays);
        let led: Vec<_> = marks.map(|mark| (mark.full.as_deref(), mark.to.as_deref())).collect();
        assert_eq!(
            led,
            [
                (Some("9:00 – 10:00"), Some("/console?project=TIC&level=4")),
                (Some("lunes"), Some("/console?project=TIC&level=2"))
            ]
        );
    }

    #[test]
    fn ages_say_from_when_to_when() {
        let text = Text::of(Locale::Es);
        let age = |from_days, to_days| AgeCount { from_days, to_days, figure: count(1) };
        let marks = ages(&[age(0, Some(1)), age(1, Some(3)), age(7, Some(30)), age(30, None)], &text);
        let said: Vec<_> = marks.iter().map(|mark| (mark.label.as_str(), mark.tone)).collect();
        assert_eq!(
            said,
            [
                ("Menos de 1 día", Tone::Brand),
                ("De 1 a 3 días", Tone::Brand),
                ("De 7 a 30 días", Tone::Warn),
                ("Más de 30 días", Tone::Bad)
            ]
        );
    }

    #[test]
    fn the_best_score_stands_on_top() {
        let text = Text::of(Locale::Es);
        let score = |score| ScoreCount { score, figure: count(1) };
        let marks = scores(&[score(1), score(3), score(5)], &text);
        let said: Vec<_> = marks.iter().map(|mark| (mark.label.as_str(), mark.tone)).collect();
        assert_eq!(
            said,
            [("5 · Muy buena", Tone::Good), ("3 · Regular", Tone::Warn), ("1 · Muy mala", Tone::Bad)]
        );
    }

    #[test]
    fn a_change_says_whether_it_is_good_news() {
        let text = Text::of(Locale::Es);
        let up = points(Some(94.2), Some(91.1), Better::More, &text).unwrap();
        assert_eq!((up.words.as_str(), up.up, up.good), ("+3,1 pts", true, Some(true)));
        let down = growth(75, 100, Better::Less, &text).unwrap();
        assert_eq!((down.words.as_str(), down.up, down.good), ("−25\u{a0}%", false, Some(true)));
        assert_eq!(growth(110, 100, Better::Neither, &text).unwrap().good, None);
        assert_eq!(points(Some(50.0), Some(50.04), Better::More, &text), None);
        assert_eq!(points(None, Some(50.0), Better::More, &text), None);
        assert_eq!(growth(5, 0, Better::More, &text), None);
    }

    #[test]
    fn what_there_is_none_of_is_left_out() {
        let text = Text::of(Locale::Es);
        let marks = [2, 0, 5].map(|n| mark(n.to_string(), &count(n), &text)).to_vec();
        assert_eq!(most_first(marks).iter().map(|mark| mark.value).collect::<Vec<_>>(), [5.0, 2.0]);
    }
}
