//! What Zabbix sends with the media type of `docs/operate/inbound.md`: one event of a trigger.

use super::report::{Alert, Report, instant, said};
use crate::inbound::rules::alerts::Signal;
use contract::inbound::ZabbixReport;

/// Zabbix's event in our form. The alerts of a trigger on a host are one incident.
pub(super) fn report(body: ZabbixReport) -> Report {
    let ZabbixReport {
        event_id,
        event_name,
        event_value,
        event_status,
        severity,
        host,
        trigger_id,
        item,
        value,
        url,
        time,
    } = body;
    let (host, trigger) = (said(host), said(trigger_id));
    // Without a trigger, what is one problem has one name.
    let about = trigger.clone().or_else(|| said(event_name.clone())).unwrap_or_else(|| event_id.clone());
    let group = format!("{}/{about}", host.as_deref().unwrap_or_default());
    let labels = [
        ("host", host.clone()),
        ("item", said(item)),
        ("value", said(value)),
        ("trigger", trigger),
        ("event", said(Some(event_id))),
    ];
    let alert = Alert {
        fingerprint: group.clone(),
        signal: signal(event_status.as_deref(), event_value.as_deref()),
        name: said(event_name).unwrap_or_else(|| "Zabbix".to_owned()),
        summary: None,
        description: None,
        severity: said(severity),
        at: instant(time.as_deref()),
        links: said(url).map(|url| ("alert-source", url)).into_iter().collect(),
        labels: labels.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect(),
    };
    Report { group, title: None, home: None, alerts: vec![alert] }
}

/// The status in words counts more than the value: an update carries the value of its problem.
fn signal(status: Option<&str>, value: Option<&str>) -> Signal {
    match (status.map(|status| status.trim().to_uppercase()).as_deref(), value.map(str::trim)) {
        (Some("UPDATE" | "UPDATED"), _) => Signal::Updated,
        (Some("PROBLEM"), _) => Signal::Firing,
        (Some("RESOLVED" | "OK"), _) | (_, Some("0")) => Signal::Resolved,
        _ => Signal::Firing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_in_words_counts_more_than_the_value() {
        for (status, value, wanted) in [
            (Some("PROBLEM"), Some("1"), Signal::Firing),
            (Some("resolved"), Some("0"), Signal::Resolved),
            (Some("UPDATE"), Some("1"), Signal::Updated),
            (None, Some("0"), Signal::Resolved),
            (None, Some("1"), Signal::Firing),
            (None, None, Signal::Firing),
            (Some("{EVENT.STATUS}"), Some("0"), Signal::Resolved),
        ] {
            assert_eq!(signal(status, value), wanted, "{status:?} {value:?}");
        }
    }
}
