//! What becomes of a report: an incident, a note on one, or one more to be counted.

use super::report::{Alert, Report};
use super::words;
use crate::error::Result;
use crate::http::{Answer, Work};
use crate::ids::TicketId;
use crate::inbound::delivery::{self, begin, incoming};
use crate::inbound::markdown::cut;
use crate::inbound::model::{AlertGroup, Delivery, KnownAlert, Source};
use crate::inbound::proof;
use crate::inbound::rules::alerts::{Incident, News, Noted, Place, Signal, news, place};
use crate::inbound::rules::severity::{measure, worst};
use crate::inbound::store::{self, NewAlert};
use crate::projects;
use crate::tickets::{self, Ticket};
use chrono::TimeDelta;
use chrono_tz::Tz;
use contract::inbound::{AlertState, MonitoringOutcome, MonitoringReceipt};
use contract::tickets::{AddComment, Kind, RegisterTicket, Status, Visibility};
use serde::Deserialize;
use serde_json::Map;
use std::collections::HashMap;
use uuid::Uuid;

/// What is read of the answer to a registration.
#[derive(Debug, Deserialize)]
struct Registered {
    id: Uuid,
    number: String,
}

/// Takes a report.
pub(in crate::inbound) fn take(
    work: &mut Work<'_>,
    delivery: &Delivery,
    report: &Report,
) -> Result<Answer<MonitoringReceipt>> {
    let source = begin(work, delivery)?;
    let group_key = proof::short(&report.group);
    let known_group = store::alert_group(work.connection, source.id, &group_key)?;
    let known_group = known_group.map(|group| surviving(work, group)).transpose()?;
    let last = known_group.map(|group| tickets::lock(work.connection, group.ticket)).transpose()?;
    let fires = report.alerts.iter().any(|alert| alert.signal == Signal::Firing);
    let where_to = place(last.as_ref().map(incident), window(&source), work.now);
    let (outcome, group, number) = match (known_group, last) {
        (Some(group), Some(ticket)) if !fires || where_to == Place::Present => {
            let outcome = go_on(work, &source, group, &ticket, report)?;
            (outcome, group, ticket.number)
        }
        (known, last) if fires => {
            let (ticket, number) = register(work, &source, report, last.map(|ticket| ticket.id))?;
            let group = match known {
                Some(group) => {
                    store::move_group(work.connection, group.id, ticket)?;
                    AlertGroup { ticket, ..group }
                }
                None => store::insert_group(work.connection, source.id, &group_key, ticket, work.now)?,
            };
            keep_all(work, &source, group, report)?;
            (MonitoringOutcome::Registered, group, number)
        }
        // It is over, or has changed, and nobody had heard of it.
        _ => {
            let outcome = MonitoringOutcome::Counted;
            return Answer::ok(&MonitoringReceipt { outcome, ticket: None, link: None, firing: 0 });
        }
    };
    store::touch_group(work.connection, group.id, work.now)?;
    work.on(format!("/api/v1/tickets/{number}"));
    let firing = store::count_firing(work.connection, group.id, group.ticket)?;
    let link = Some(delivery::link(delivery, &number));
    Answer::ok(&MonitoringReceipt { outcome, ticket: Some(number), link, firing })
}

/// The group as it is once its incident was merged into another.
fn surviving(work: &mut Work<'_>, group: AlertGroup) -> Result<AlertGroup> {
    let Some(ticket) = delivery::survivor(work, group.ticket)? else { return Ok(group) };
    store::move_group(work.connection, group.id, ticket)?;
    store::move_alerts(work.connection, group.id, group.ticket, ticket)?;
    Ok(AlertGroup { ticket, ..group })
}

fn incident(ticket: &Ticket) -> Incident {
    Incident { status: ticket.status, ended_at: ticket.closed_at.or(ticket.resolved_at) }
}

fn window(source: &Source) -> TimeDelta {
    TimeDelta::minutes(source.flap_minutes.into())
}

/// Registers an incident for what fires; it goes on where the last one has ended.
fn register(
    work: &mut Work<'_>,
    source: &Source,
    report: &Report,
    after: Option<TicketId>,
) -> Result<(TicketId, String)> {
    let firing: Vec<&Alert> = report.alerts.iter().filter(|alert| alert.signal == Signal::Firing).collect();
    let (impact, urgency) =
        worst(firing.iter().map(|alert| measure(&source.severities, alert.severity.as_deref())));
    let (locale, zone) = (work.caller.locale, zone(work, source)?);
    let body = RegisterTicket {
        project: Some(source.project.0.into()),
        kind: Kind::Incident,
        subject: words::subject(report, &firing),
        description: words::description(report, &firing, &source.name, locale, zone),
        service: source.service.map(|service| service.0.into()),
        information_system: None,
        component: None,
        asset: None,
        impact: Some(impact),
        urgency: Some(urgency),
        channel: None,
        requester: None,
        fields: Map::new(),
        tags: Vec::new(),
        follow_up_of: None,
        confidential: false,
    };
    let incoming = incoming(work, source, after)?;
    let registered: Registered = tickets::register_from(work, body, incoming)?.read()?;
    Ok((TicketId(registered.id), registered.number))
}

/// Keeps what a report says of its alerts, whose incident says of those that fire that they do.
fn keep_all(work: &mut Work<'_>, source: &Source, group: AlertGroup, report: &Report) -> Result<()> {
    let known = known(work, group, report)?;
    for alert in &report.alerts {
        let fingerprint = proof::short(&alert.fingerprint);
        let news = if alert.signal == Signal::Firing { News::Fires } else { News::Nothing };
        keep(work, source, group, known.get(&fingerprint), (fingerprint.as_str(), alert), news)?;
    }
    Ok(())
}

/// Goes on with the incident there is: what is news is noted on it, the rest counted.
fn go_on(
    work: &mut Work<'_>,
    source: &Source,
    group: AlertGroup,
    ticket: &Ticket,
    report: &Report,
) -> Result<MonitoringOutcome> {
    let known = known(work, group, report)?;
    let mut told: Vec<(News, &Alert)> = Vec::new();
    for alert in &report.alerts {
        let fingerprint = proof::short(&alert.fingerprint);
        let before = known.get(&fingerprint);
        let of_this = before.filter(|before| before.ticket == ticket.id);
        let noted = of_this.map(|before| Noted { state: before.noted, at: before.noted_at });
        let news = news(alert.signal, noted, window(source), work.now);
        keep(work, source, group, before, (fingerprint.as_str(), alert), news)?;
        if news != News::Nothing {
            told.push((news, alert));
        }
    }
    // What is closed is final, and takes no note.
    if told.is_empty() || ticket.status == Status::Closed {
        return Ok(MonitoringOutcome::Counted);
    }
    let recovers = told.iter().any(|(news, _)| *news == News::Recovers);
    let all_over = recovers && store::count_firing(work.connection, group.id, ticket.id)? == 0;
    let (locale, zone) = (work.caller.locale, zone(work, source)?);
    let body = words::note(&told, all_over, work.now, locale, zone);
    let comment = AddComment { body, visibility: Some(Visibility::Internal), shared_with_provider: false };
    tickets::comment_on(work, &ticket.id.0.into(), comment)?;
    Ok(MonitoringOutcome::Noted)
}

/// What is known of the alerts of a report, by their fingerprints.
fn known(work: &mut Work<'_>, group: AlertGroup, report: &Report) -> Result<HashMap<String, KnownAlert>> {
    let fingerprints: Vec<String> =
        report.alerts.iter().map(|alert| proof::short(&alert.fingerprint)).collect();
    let known = store::alerts_of(work.connection, group.id, &fingerprints)?;
    Ok(known.into_iter().map(|alert| (alert.fingerprint.clone(), alert)).collect())
}

/// Keeps what has been said of one alert, and what of it the timeline says.
fn keep(
    work: &mut Work<'_>,
    source: &Source,
    group: AlertGroup,
    known: Option<&KnownAlert>,
    (fingerprint, alert): (&str, &Alert),
    news: News,
) -> Result<()> {
    let Some(known) = known else {
        if alert.signal != Signal::Firing {
            return Ok(());
        }
        let name = cut(&alert.name, 200);
        let severity = alert.severity.as_deref().map(|severity| cut(severity, 60));
        let new = NewAlert { fingerprint, name: &name, severity: severity.as_deref() };
        return store::insert_alert(work.connection, source.id, group, new, work.now);
    };
    let state = match alert.signal {
        Signal::Firing => AlertState::Firing,
        Signal::Resolved => AlertState::Resolved,
        Signal::Updated => known.state,
    };
    store::count_signal(work.connection, known, state, work.now)?;
    match news {
        News::Fires | News::FiresAgain => {
            store::move_alert(work.connection, known.id, group.ticket)?;
            store::note_alert(work.connection, known.id, AlertState::Firing, work.now)
        }
        News::Recovers => store::note_alert(work.connection, known.id, AlertState::Resolved, work.now),
        News::Nothing => Ok(()),
    }
}

/// In which time zone the project's people read instants.
fn zone(work: &mut Work<'_>, source: &Source) -> Result<Tz> {
    let project = projects::load(work.connection, source.project)?;
    Ok(project.time_zone.parse().unwrap_or(Tz::UTC))
}
