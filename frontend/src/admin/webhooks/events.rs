//! What a webhook is told of, in words.

use crate::text::{Text, use_text};
use crate::ui::{Checks, Choice};
use contract::tickets::Action;
use contract::webhooks::EventType;
use yew::prelude::*;

/// What the switch for what only the desk reads is called, and that for confidential cases.
const INTERNAL: &str = "internal";
const CONFIDENTIAL: &str = "confidential";

/// What a webhook is told of.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Wanted {
    pub(super) events: Vec<EventType>,
    pub(super) internal: bool,
    pub(super) confidential: bool,
}

/// An event in words.
pub(super) fn name(event: EventType, text: &Text) -> AttrValue {
    match Action::ALL.iter().find(|action| EventType::of(**action) == event) {
        Some(action) => text.say(&format!("webhook-event-{action}")),
        None => text.say("webhook-all"),
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct WantedFieldsProps {
    pub(super) wanted: Wanted,
    pub(super) onchange: Callback<Wanted>,
    #[prop_or_default]
    pub(super) error: Option<String>,
}

/// The events to tick, and what else may be told.
#[component]
pub(super) fn WantedFields(props: &WantedFieldsProps) -> Html {
    let text = use_text();
    let Wanted { events, internal, confidential } = props.wanted.clone();
    let choose_events = {
        let wanted = props.wanted.clone();
        props.onchange.reform(move |values: Vec<AttrValue>| {
            let chosen = values.iter().filter_map(|value| value.parse::<EventType>().ok()).collect();
            Wanted { events: lone(&wanted.events, chosen), ..wanted.clone() }
        })
    };
    let choose_more = {
        let wanted = props.wanted.clone();
        props.onchange.reform(move |values: Vec<AttrValue>| Wanted {
            internal: values.iter().any(|value| value.as_str() == INTERNAL),
            confidential: values.iter().any(|value| value.as_str() == CONFIDENTIAL),
            ..wanted.clone()
        })
    };
    let choices = EventType::ALL.iter().map(|event| Choice {
        value: event.as_str().into(),
        label: name(*event, &text),
        hint: (*event == EventType::Any).then(|| text.say("webhook-all-hint")),
    });
    let more = [(INTERNAL, internal), (CONFIDENTIAL, confidential)];
    let more: Vec<AttrValue> = more.into_iter().filter(|(_, on)| *on).map(|(name, _)| name.into()).collect();
    let choice = |value: &'static str, label: &str, hint: &str| Choice {
        value: value.into(),
        label: text.say(label),
        hint: Some(text.say(hint)),
    };
    html! {
        <>
            <Checks name="events" id="webhook-events" label={text.say("webhook-events")} error={props.error.clone()}
                values={events.iter().map(|event| AttrValue::from(event.as_str())).collect::<Vec<_>>()}
                onchange={choose_events} choices={choices.collect::<Vec<_>>()} />
            <Checks name="more" id="webhook-more" label={text.say("webhook-more")} values={more} onchange={choose_more}
                choices={vec![
                    choice(INTERNAL, "webhook-internal", "webhook-internal-hint"),
                    choice(CONFIDENTIAL, "webhook-confidential", "webhook-confidential-hint"),
                ]} />
        </>
    }
}

/// Everything leaves nothing else to be ticked, and whatever else is ticked is not everything.
fn lone(before: &[EventType], chosen: Vec<EventType>) -> Vec<EventType> {
    if !chosen.contains(&EventType::Any) {
        return chosen;
    }
    if before.contains(&EventType::Any) && chosen.len() > 1 {
        return chosen.into_iter().filter(|event| *event != EventType::Any).collect();
    }
    vec![EventType::Any]
}

#[cfg(test)]
mod tests {
    use super::lone;
    use contract::webhooks::EventType::{Any, Closed, Registered};

    #[test]
    fn everything_stands_alone() {
        assert_eq!(lone(&[], vec![Closed]), [Closed]);
        assert_eq!(lone(&[Closed, Registered], vec![Closed, Registered, Any]), [Any]);
        assert_eq!(lone(&[Any], vec![Any, Closed]), [Closed]);
        assert!(lone(&[Any], Vec::new()).is_empty());
    }
}
