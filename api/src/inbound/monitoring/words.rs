//! Alerts in words: the subject and description of an incident, and the notes on it.

use super::report::{Alert, Report};
use crate::inbound::markdown::{cut, escaped, link, one_line};
use crate::inbound::rules::alerts::News;
use crate::text::say;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use contract::auth::Locale;
use std::fmt::Write;

/// Alerts that a description or note tells one by one; of the rest it tells how many they are.
const TOLD: usize = 20;

/// Labels of an alert that are told.
const LABELS: usize = 20;

/// The longest that a value is told.
const LONGEST: usize = 300;

/// The longest description.
const LONGEST_BODY: usize = 19_000;

/// The case in one line.
pub(super) fn subject(report: &Report, firing: &[&Alert]) -> String {
    let first = firing.first().map(|alert| alert.line()).unwrap_or_default();
    let line = one_line(report.title.as_deref().unwrap_or(&first));
    let line = if line.is_empty() { one_line(&report.group) } else { line };
    match firing.len() {
        0 | 1 => cut(&line, 200),
        many => format!("{} (+{})", cut(&line, 190), many - 1),
    }
}

/// The case in Markdown.
pub(super) fn description(
    report: &Report,
    firing: &[&Alert],
    source: &str,
    locale: Locale,
    zone: Tz,
) -> String {
    let mut text = say(locale, "alert-from", &[("source", escaped(source))]);
    for alert in firing.iter().take(TOLD) {
        let _ = write!(text, "\n\n**{}**\n", escaped(&cut(&alert.line(), LONGEST)));
        if let Some(description) = &alert.description {
            let _ = write!(text, "\n{}\n", escaped(&cut(description, 5 * LONGEST)));
        }
        let severity = alert.severity.as_deref().map(|severity| ("alert-severity", severity.to_owned()));
        let since = alert.at.map(|at| ("alert-since", moment(at, zone)));
        for (word, value) in [severity, since].into_iter().flatten() {
            let _ = write!(text, "\n- {}: {}", say(locale, word, &[]), escaped(&cut(&value, LONGEST)));
        }
        for (name, value) in alert.labels.iter().take(LABELS) {
            let _ = write!(text, "\n- {}: {}", escaped(&cut(name, 60)), escaped(&cut(value, LONGEST)));
        }
        for (word, address) in &alert.links {
            if let Some(link) = link(&say(locale, word, &[]), address) {
                let _ = write!(text, "\n- {link}");
            }
        }
    }
    if firing.len() > TOLD {
        let _ = write!(text, "\n\n{}", more(firing.len() - TOLD, locale));
    }
    let home = report.home.as_deref();
    if let Some(home) = home.and_then(|home| link(&say(locale, "alert-home", &[]), home)) {
        let _ = write!(text, "\n\n{home}");
    }
    cut(&text, LONGEST_BODY)
}

/// A note on an incident: what fires that did not, and what is over.
pub(super) fn note(
    told: &[(News, &Alert)],
    all_over: bool,
    now: DateTime<Utc>,
    locale: Locale,
    zone: Tz,
) -> String {
    let line = |(news, alert): &(News, &Alert)| {
        let what = ("what", escaped(&cut(&alert.line(), LONGEST)));
        // What a clock says that is ahead of ours is not told.
        let at = ("at", moment(alert.at.filter(|at| *at <= now).unwrap_or(now), zone));
        let word = match news {
            News::Recovers => "alert-recovers",
            News::FiresAgain => "alert-fires-again",
            News::Fires | News::Nothing => "alert-fires",
        };
        format!("- {}", say(locale, word, &[what, at]))
    };
    let mut lines: Vec<String> = told.iter().take(TOLD).map(line).collect();
    if told.len() > TOLD {
        lines.push(format!("- {}", more(told.len() - TOLD, locale)));
    }
    if all_over {
        lines.push(format!("\n{}", say(locale, "alert-all-over", &[])));
    }
    cut(&lines.join("\n"), LONGEST_BODY)
}

fn more(count: usize, locale: Locale) -> String {
    say(locale, "alert-more", &[("count", count.to_string())])
}

fn moment(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inbound::rules::alerts::Signal;

    fn alert() -> Alert {
        Alert {
            fingerprint: "1".to_owned(),
            signal: Signal::Firing,
            name: "Disco*lleno*".to_owned(),
            summary: None,
            description: Some("[Entre](https://malo.example)\n# ya".to_owned()),
            severity: Some("critical".to_owned()),
            at: Some(DateTime::UNIX_EPOCH),
            labels: vec![("instance".to_owned(), "<b>srv_1</b>".to_owned())],
            links: vec![
                ("alert-source", "https://prometheus.example/graph?x=(1)".to_owned()),
                ("alert-runbook", "javascript:alert(1)".to_owned()),
            ],
        }
    }

    #[test]
    fn what_is_sent_is_text_and_only_the_web_is_linked() {
        let report = Report { group: "g".to_owned(), title: None, home: None, alerts: vec![alert()] };
        let alert = alert();
        let text = description(&report, &[&alert], "Alertmanager", Locale::En, Tz::America__Bogota);
        assert!(text.contains("\\[Entre\\](https\\://malo.example) \\# ya"), "{text}");
        assert!(text.contains("- instance: \\<b\\>srv\\_1\\</b\\>"), "{text}");
        assert!(text.contains("](https://prometheus.example/graph?x=%281%29)"), "{text}");
        assert!(!text.contains("javascript"), "{text}");
        assert!(text.contains("1969-12-31 19:00"), "{text}");
        assert_eq!(subject(&report, &[&alert]), "Disco*lleno*: <b>srv_1</b>");
        let many = [&alert, &alert, &alert];
        assert_eq!(subject(&report, &many), "Disco*lleno*: <b>srv_1</b> (+2)");
        let titled = Report { title: Some(format!("a\n{}", "x".repeat(300))), ..report };
        assert_eq!(subject(&titled, &many).chars().count(), 195);
    }
}
