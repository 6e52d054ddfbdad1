//! What somebody else has done to a ticket while a person looked at it: said in words when the
//! server refuses what they wanted to do, with what they wrote left as it is.

use super::timeline::{sentence, who};
use crate::text::{Text, use_text};
use crate::ui::{Button, Icon, glyph};
use chrono::{DateTime, Utc};
use contract::tickets::{Action, Event, TicketSummary};
use std::rc::Rc;
use yew::prelude::*;

/// How many entries of the timeline are told at most.
const TOLD: usize = 3;

/// What has changed, a sentence each; empty when nothing of it shows.
pub(crate) type News = Rc<Vec<String>>;

/// What has changed since a page showed `before`: who did what, and how the ticket stands now.
pub(super) fn news(
    before: &TicketSummary,
    after: &TicketSummary,
    events: &[Event],
    now: DateTime<Utc>,
    text: &Text,
) -> News {
    let is_new = |event: &&Event| {
        event.at > before.updated_at
            && !matches!(event.action, Action::Remind | Action::Warn | Action::Breach)
    };
    let new: Vec<&Event> = events.iter().filter(is_new).collect();
    let mut lines: Vec<String> =
        new[new.len().saturating_sub(TOLD)..].iter().map(|event| deed(event, now, text)).collect();
    let mut say = |key: &str, value: AttrValue| {
        lines.push(text.fill(key, &[("value", value.as_str().into())]).to_string());
    };
    if before.status != after.status {
        say("changed-status", text.word(after.status));
    }
    match (&before.pending, &after.pending) {
        (_, Some(pending)) if before.pending != after.pending => {
            say("changed-waits", text.word(pending.reason));
        }
        (Some(pending), None) => say("changed-waits-no-more", text.word(pending.reason)),
        _ => {}
    }
    let name = |ticket: &TicketSummary| {
        ticket
            .assignee
            .as_ref()
            .map_or_else(|| text.say("nobody"), |person| person.display_name.clone().into())
    };
    if before.assignee != after.assignee {
        say("changed-assignee", name(after));
    }
    if before.priority != after.priority {
        say("changed-priority", text.say(&format!("priority-{}", after.priority)));
    }
    Rc::new(lines)
}

fn deed(event: &Event, now: DateTime<Utc>, text: &Text) -> String {
    let (who, what) = (who(event, text), sentence(event, text));
    let when = text.relative(event.at, now);
    let blanks = [("who", who.as_str().into()), ("what", what.as_str().into()), ("when", when.into())];
    text.fill("changed-deed", &blanks).to_string()
}

#[derive(Properties, PartialEq)]
pub(crate) struct ChangedProps {
    /// None when nothing has come in between.
    pub(crate) news: Option<News>,
    /// It has been read.
    pub(crate) onread: Callback<()>,
}

/// What has changed, above what the person was doing.
#[component]
pub(crate) fn Changed(props: &ChangedProps) -> Html {
    let text = use_text();
    let Some(news) = &props.news else { return Html::default() };
    html! {
        <section class="changed" role="alert" data-part="changed">
            <h2 class="changed-title">{ glyph(Icon::Refresh) }{ text.say("changed-title") }</h2>
            if news.is_empty() {
                <p>{ text.say("changed-unseen") }</p>
            } else {
                <ul>{ for news.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            }
            <p>{ text.say("changed-way-on") }</p>
            <Button small=true onclick={props.onread.clone()}>{ text.say("changed-read") }</Button>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tickets::sample;
    use chrono::TimeDelta;
    use contract::auth::Locale;
    use contract::tickets::{Channel, PauseReason, Pending, Status, Visibility};

    fn event(action: Action, minutes: i64) -> Event {
        Event {
            id: uuid::Uuid::nil(),
            ticket: "TIC-1042".to_owned(),
            at: DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes),
            actor: Some(sample::ticket().requester),
            impersonator: None,
            action,
            activity: None,
            channel: Channel::Portal,
            visibility: Visibility::Public,
            shared_with_provider: false,
            note: None,
            quoted: None,
            changes: Vec::new(),
            details: serde_json::Map::new(),
        }
    }

    fn told(after: &TicketSummary, events: &[Event]) -> Vec<String> {
        let now = DateTime::UNIX_EPOCH + TimeDelta::minutes(10);
        (*news(&sample::ticket(), after, events, now, &Text::of(Locale::Es))).clone()
    }

    #[test]
    fn who_did_what_when_and_how_it_stands_now() {
        let before = sample::ticket();
        let after =
            TicketSummary { status: Status::InAttention, assignee: Some(before.requester.clone()), ..before };
        let events = [event(Action::Register, 0), event(Action::Open, 8), event(Action::Warn, 9)];
        assert_eq!(
            told(&after, &events),
            [
                "Ana Rojas abrió el caso: empezó la atención (hace 2 min).",
                "Ahora está «En atención».",
                "A cargo: Ana Rojas.",
            ]
        );
    }

    #[test]
    fn waiting_begins_and_ends() {
        let before = sample::ticket();
        let pending = Pending { since: before.updated_at, reason: PauseReason::Parts, until: None };
        let waiting = TicketSummary { pending: Some(pending), ..before.clone() };
        assert_eq!(told(&waiting, &[]), ["Ahora está en espera: Espera un repuesto."]);
        let now = before.updated_at;
        let lines = news(&waiting, &before, &[], now, &Text::of(Locale::Es));
        assert_eq!(*lines, ["Ya no está en espera."]);
    }

    #[test]
    fn what_does_not_show_is_no_sentence() {
        assert!(told(&sample::ticket(), &[event(Action::Register, 0)]).is_empty());
    }
}
