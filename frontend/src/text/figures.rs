//! Figures as people read them: "1.234,5" and "94,2 %" in Spanish, "1,234.5" and "94.2%" in English.

use super::Text;
use contract::auth::Locale;
use yew::AttrValue;

impl Text {
    /// A number with at most two decimals.
    pub(crate) fn number(&self, number: f64) -> AttrValue {
        let written = format!("{number:.2}");
        self.points(written.trim_end_matches('0').trim_end_matches('.')).into()
    }

    /// A number with just so many decimals.
    pub(crate) fn decimal(&self, number: f64, decimals: usize) -> AttrValue {
        self.points(&format!("{number:.decimals$}")).into()
    }

    /// A part of a whole, given between 0 and 1, in hundredths.
    pub(crate) fn percent(&self, part: f64, decimals: usize) -> AttrValue {
        let space = if self.locale == Locale::Es { "\u{a0}" } else { "" };
        format!("{}{space}%", self.decimal(part * 100.0, decimals)).into()
    }

    /// How many there are.
    pub(crate) fn count(&self, count: i64) -> String {
        self.points(&count.to_string())
    }

    /// Puts the language's marks into a number that Rust has written.
    fn points(&self, written: &str) -> String {
        let (between, before_decimals) = if self.locale == Locale::Es { ('.', ',') } else { (',', '.') };
        let (sign, digits) = written.strip_prefix('-').map_or(("", written), |digits| ("-", digits));
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let mut figure = String::from(sign);
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place) % 3 == 0 {
                figure.push(between);
            }
            figure.push(digit);
        }
        if !decimals.is_empty() {
            figure.push(before_decimals);
            figure.push_str(decimals);
        }
        figure
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_marks() {
        let (es, en) = (Text::of(Locale::Es), Text::of(Locale::En));
        assert_eq!([es.number(1_234.5), en.number(1_234.5)], ["1.234,5", "1,234.5"]);
        assert_eq!(
            [es.number(999.0), es.number(1_000_000.0), es.number(-1_000.25)],
            ["999", "1.000.000", "-1.000,25"]
        );
        assert_eq!([es.number(0.0), es.number(100.0)], ["0", "100"]);
        assert_eq!([es.count(999), es.count(1_234), en.count(-1_234)], ["999", "1.234", "-1,234"]);
        assert_eq!([es.decimal(4.0, 1), en.decimal(4.26, 1)], ["4,0", "4.3"]);
        assert_eq!([es.percent(0.942, 1), en.percent(1.0, 0)], ["94,2\u{a0}%", "100%"]);
    }
}
