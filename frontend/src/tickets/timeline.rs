//! The timeline of a ticket: what people wrote apart from what was done, public apart from internal.

use crate::text::{Text, use_text};
use crate::ui::{Badge, Disclosure, Entry, Icon, Markdown, Moment, Timeline, Tone, avatar};
use chrono::{DateTime, Utc};
use contract::reference::PersonRef;
use contract::rfc3339::Rfc3339;
use contract::tickets::{Action, Change, Event, Visibility};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct TicketTimelineProps {
    /// Number of the ticket the page is about.
    pub(crate) number: AttrValue,
    pub(crate) events: Rc<Vec<Event>>,
    /// Whose case it is, to mark what they wrote.
    #[prop_or_default]
    pub(crate) requester: Option<PersonRef>,
    /// With activity numbers and changed fields: for those who work on it.
    #[prop_or_default]
    pub(crate) detailed: bool,
}

/// The timeline, oldest first.
#[component]
pub(crate) fn TicketTimeline(props: &TicketTimelineProps) -> Html {
    let text = use_text();
    let shown = props.events.iter().filter(|event| props.detailed || !is_of_the_desk(event));
    html! {
        <Timeline label={text.say("timeline")}>
            { for shown.map(|event| if event.action == Action::Comment { comment(event, props, &text) } else { deed(event, props, &text) }) }
        </Timeline>
    }
}

/// What only matters to those who work on it.
fn is_of_the_desk(event: &Event) -> bool {
    matches!(event.action, Action::Warn | Action::Breach) || event.visibility == Visibility::Internal
}

/// The icon of what was done.
pub(crate) const fn icon(action: Action) -> Icon {
    match action {
        Action::Register => Icon::Ticket,
        Action::Open => Icon::MailOpened,
        Action::Accept | Action::AutoAccept => Icon::CircleCheck,
        Action::Reject => Icon::HandStop,
        Action::Classify => Icon::Category,
        Action::Escalate => Icon::StairsUp,
        Action::Assign => Icon::UserCheck,
        Action::Diagnose => Icon::Stethoscope,
        Action::Work => Icon::Tool,
        Action::Pause => Icon::PlayerPause,
        Action::Resume => Icon::PlayerPlay,
        Action::Verify => Icon::ListCheck,
        Action::Resolve => Icon::Bulb,
        Action::Survey => Icon::MoodSmile,
        Action::Close | Action::Confidential => Icon::Lock,
        Action::Cancel => Icon::Ban,
        Action::Merge => Icon::ArrowMerge,
        Action::Comment => Icon::Message,
        Action::Attach => Icon::Paperclip,
        Action::Remind => Icon::Bell,
        Action::Warn => Icon::Hourglass,
        Action::Breach => Icon::Alarm,
    }
}

/// In whose name it was done.
fn actor(event: &Event, text: &Text) -> AttrValue {
    event.actor.as_ref().map_or_else(|| text.say("event-system"), |actor| actor.display_name.clone().into())
}

/// The same, with whoever acted in their place.
pub(super) fn who(event: &Event, text: &Text) -> AttrValue {
    let actor = actor(event, text);
    match &event.impersonator {
        Some(admin) => {
            text.fill("event-through", &[("name", (&*actor).into()), ("admin", (&admin.display_name).into())])
        }
        None => actor,
    }
}

fn internal_mark(event: &Event, text: &Text) -> Html {
    if event.visibility == Visibility::Internal {
        html! {
            <>
                <Badge tone={Tone::Warn} icon={Icon::Lock}>{ text.word(Visibility::Internal) }</Badge>
                if event.shared_with_provider { <Badge tone={Tone::Brand} icon={Icon::Users}>{ text.say("note-shared") }</Badge> }
            </>
        }
    } else {
        Html::default()
    }
}

fn elsewhere(event: &Event, props: &TicketTimelineProps, text: &Text) -> Html {
    if event.ticket == props.number.as_str() {
        return Html::default();
    }
    html! { <Badge>{ text.fill("event-of-other", &[("number", (&event.ticket).into())]) }</Badge> }
}

/// What a mail quoted of earlier ones, folded away.
fn quoted(event: &Event, text: &Text) -> Html {
    let Some(quoted) = &event.quoted else { return Html::default() };
    html! {
        <Disclosure summary={text.say("event-quoted")}><Markdown source={quoted.clone()} /></Disclosure>
    }
}

fn comment(event: &Event, props: &TicketTimelineProps, text: &Text) -> Html {
    let who = who(event, text);
    let internal = event.visibility == Visibility::Internal;
    let head = html! {
        <>
            { avatar(&actor(event, text)) }
            <strong>{ &who }</strong>
            if props.requester.is_some() && event.actor == props.requester {
                <Badge tone={Tone::Brand}>{ text.say("fact-requester") }</Badge>
            }
            { internal_mark(event, text) }
            { elsewhere(event, props, text) }
            <span class="entry-when"><Moment at={event.at} /></span>
        </>
    };
    html! {
        <Entry
            key={event.id.to_string()}
            icon={if internal { Icon::Lock } else { Icon::Message }}
            class={classes!("entry-comment", internal.then_some("entry-internal"))}
            {head}
        >
            <Markdown source={event.note.clone().unwrap_or_default()} />
            { quoted(event, text) }
        </Entry>
    }
}

fn deed(event: &Event, props: &TicketTimelineProps, text: &Text) -> Html {
    let head = html! {
        <>
            <span><strong>{ who(event, text) }</strong>{ " " }{ sentence(event, text) }</span>
            if props.detailed {
                if let Some(activity) = event.activity {
                    <span class="activity" title={text.say(&format!("activity-{activity}"))}>
                        { text.fill("activity-short", &[("number", activity.into())]) }
                    </span>
                }
            }
            { internal_mark(event, text) }
            { elsewhere(event, props, text) }
            <span class="entry-when"><Moment at={event.at} /></span>
        </>
    };
    let told = facts(event, text);
    let changes: Vec<&Change> = if props.detailed { event.changes.iter().collect() } else { Vec::new() };
    let words =
        event.note.clone().filter(|words| !words.trim().is_empty() && event.action != Action::Register);
    let has_content = words.is_some() || event.quoted.is_some() || !told.is_empty() || !changes.is_empty();
    let content = has_content.then(|| {
        html! {
            <>
                if let Some(words) = words { <Markdown source={words} /> }
                { quoted(event, text) }
                { for told.into_iter().map(|(name, value)| html! { <p class="event-fact"><span class="muted">{ name }{ ": " }</span>{ value }</p> }) }
                if !changes.is_empty() {
                    <ul class="changes">{ for changes.into_iter().map(|change| change_line(change, text)) }</ul>
                }
            </>
        }
    });
    let class = match event.action {
        Action::Resolve => "entry-solution",
        Action::Breach => "entry-bad",
        Action::Warn => "entry-warn",
        _ => "entry-deed",
    };
    let class = classes!(class, (event.visibility == Visibility::Internal).then_some("entry-internal"));
    html! { <Entry key={event.id.to_string()} icon={icon(event.action)} {class} {head} {has_content}>{ content.unwrap_or_default() }</Entry> }
}

fn detail<'a>(event: &'a Event, name: &str) -> Option<&'a str> {
    event.details.get(name)?.as_str().filter(|value| !value.is_empty())
}

/// What was done, in words: the action's sentence, or a closer one where the details allow it.
pub(super) fn sentence(event: &Event, text: &Text) -> AttrValue {
    let blank = |name: &'static str, value: &str| [(name, value.to_owned().into())];
    let flag = |name: &str| event.details.get(name).and_then(serde_json::Value::as_bool);
    match event.action {
        Action::Verify => match flag("effective") {
            Some(true) => text.say("event-verify-yes"),
            Some(false) => text.say("event-verify-no"),
            None => text.say("event-verify"),
        },
        Action::Survey => match flag("satisfied") {
            Some(true) => text.say("event-survey-yes"),
            Some(false) => text.say("event-survey-no"),
            None => text.say("event-survey"),
        },
        Action::Attach => match detail(event, "file_name") {
            Some(name) => text.fill("event-attach-named", &blank("file", name)),
            None => text.say("event-attach"),
        },
        Action::Merge => match (detail(event, "into"), detail(event, "merged")) {
            (Some(number), _) => text.fill("event-merge-into", &blank("number", number)),
            (None, Some(number)) => text.fill("event-merge-merged", &blank("number", number)),
            (None, None) => text.say("event-merge"),
        },
        Action::Confidential => {
            let now = event.changes.iter().find(|change| change.field == "confidential");
            match now.and_then(|change| change.after.as_deref()) {
                Some("true") => text.say("event-confidential-on"),
                Some(_) => text.say("event-confidential-off"),
                None => text.say("event-confidential"),
            }
        }
        Action::Warn | Action::Breach => {
            let clock = detail(event, "clock")
                .map_or_else(AttrValue::default, |clock| text.say(&format!("clock-{clock}")));
            text.fill(&format!("event-{}", event.action), &blank("clock", &clock))
        }
        action => text.say(&format!("event-{action}")),
    }
}

fn facts(event: &Event, text: &Text) -> Vec<(AttrValue, AttrValue)> {
    let mut facts = Vec::new();
    for name in ["cause", "planned_actions"] {
        if let Some(value) = detail(event, name) {
            facts.push((text.say(&format!("fact-{name}")), AttrValue::from(value.to_owned())));
        }
    }
    if let Some(minutes) = event.details.get("minutes").and_then(serde_json::Value::as_i64) {
        facts.push((text.say("fact-minutes"), text.duration_in_minutes(minutes)));
    }
    if event.action == Action::Survey
        && let Some(score) = event.details.get("score").and_then(serde_json::Value::as_i64)
    {
        facts.push((text.say("fact-score"), text.say(&format!("score-{score}"))));
    }
    facts
}

fn change_line(change: &Change, text: &Text) -> Html {
    let key = format!("field-{}", change.field);
    let name = if text.has(&key) { text.say(&key) } else { change.field.clone().into() };
    let value = |value: &Option<String>| {
        let Some(value) = value.as_deref() else { return html! { { text.say("fact-none") } } };
        match DateTime::<Utc>::read(value) {
            Ok(at) => html! { <Moment {at} absolute=true /> },
            Err(_) => html! { { value_in_words(&change.field, value, text) } },
        }
    };
    html! {
        <li>
            <span class="muted">{ name }{ ": " }</span>
            { value(&change.before) }{ " → " }<strong>{ value(&change.after) }</strong>
        </li>
    }
}

/// A value as people read it: words of vocabularies are translated, names are not.
fn value_in_words(field: &str, value: &str, text: &Text) -> AttrValue {
    let vocabulary = match field {
        "pending" => "pause",
        "confidential" => "field-confidential",
        other => other,
    };
    let key = format!("{vocabulary}-{value}");
    if text.has(&key) { text.say(&key) } else { value.to_owned().into() }
}

impl Text {
    fn duration_in_minutes(&self, minutes: i64) -> AttrValue {
        self.duration(minutes * 60).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::auth::Locale;

    #[test]
    fn values_are_read_by_their_vocabulary() {
        let text = Text::of(Locale::Es);
        assert_eq!(value_in_words("status", "in_analysis", &text), "En análisis");
        assert_eq!(value_in_words("impact", "high", &text), "Alto");
        assert_eq!(value_in_words("pending", "parts", &text), text.say("pause-parts"));
        assert_eq!(value_in_words("assignee", "Ana Rojas", &text), "Ana Rojas");
    }
}
