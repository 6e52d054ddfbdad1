//! The activities of TC-PD-15 that happen to a ticket: which are done, by whom and when, and which
//! is the present one.

use crate::text::{Text, use_text};
use crate::ui::{Icon, Moment, glyph};
use contract::tickets::{Event, Status};
use std::rc::Rc;
use yew::prelude::*;

/// The activities of the procedure that happen to a ticket.
const ACTIVITIES: std::ops::RangeInclusive<u8> = 3..=14;

/// How an activity stands, with the entry that did it last.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Activity<'a> {
    number: u8,
    done: Option<&'a Event>,
    /// The last one done, while the case is open.
    current: bool,
}

fn activities(events: &[Event], status: Status) -> Vec<Activity<'_>> {
    let last = events.iter().rev().find_map(|event| event.activity);
    ACTIVITIES
        .map(|number| Activity {
            number,
            done: events.iter().rev().find(|event| event.activity == Some(number)),
            current: last == Some(number) && status != Status::Closed,
        })
        .collect()
}

#[derive(Properties, PartialEq)]
pub(super) struct ActivitiesProps {
    pub(super) events: Rc<Vec<Event>>,
    pub(super) status: Status,
}

/// The activities in a row. What was done says who and when.
#[component]
pub(super) fn Activities(props: &ActivitiesProps) -> Html {
    let text = use_text();
    let row = activities(&props.events, props.status);
    html! {
        <ol class="stepper stepper-dense activities" aria-label={text.say("procedure-activities")}>
            { for row.into_iter().map(|activity| one(activity, &text)) }
        </ol>
    }
}

fn one(activity: Activity<'_>, text: &Text) -> Html {
    let (class, word) = match activity {
        Activity { current: true, .. } => ("step-current", "ui-step-current"),
        Activity { done: Some(_), .. } => ("step-done", "ui-step-done"),
        Activity { done: None, .. } => ("step-ahead", "ui-step-ahead"),
    };
    html! {
        <li class={classes!("step", class)} aria-current={activity.current.then_some("step")}>
            <span class="step-dot" aria-hidden="true">
                if class == "step-done" { { glyph(Icon::Check) } } else { { activity.number } }
            </span>
            <span class="step-label">{ text.say(&format!("activity-{}", activity.number)) }</span>
            <span class="visually-hidden">{ text.say(word) }</span>
            if let Some(event) = activity.done {
                <span class="step-done-by">
                    <span class="step-who">{ event.actor.as_ref().map_or_else(|| text.say("event-system"), |actor| actor.display_name.clone().into()) }</span>
                    <Moment at={event.at} />
                </span>
            }
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use contract::tickets::{Action, Channel, Visibility};

    fn event(action: Action, activity: Option<u8>, second: i64) -> Event {
        Event {
            id: uuid::Uuid::nil(),
            ticket: "TIC-1042".to_owned(),
            at: DateTime::from_timestamp(second, 0).unwrap(),
            actor: None,
            impersonator: None,
            action,
            activity,
            channel: Channel::Portal,
            visibility: Visibility::Public,
            shared_with_provider: false,
            note: None,
            quoted: None,
            changes: Vec::new(),
            details: serde_json::Map::new(),
        }
    }

    #[test]
    fn nothing_done_means_everything_ahead() {
        let row = activities(&[], Status::Registered);
        assert_eq!(
            row.iter().map(|activity| activity.number).collect::<Vec<_>>(),
            (3..=14).collect::<Vec<_>>()
        );
        assert!(row.iter().all(|activity| activity.done.is_none() && !activity.current));
    }

    #[test]
    fn what_was_done_last_counts_and_the_last_is_the_present_one() {
        let events = [
            event(Action::Register, Some(3), 1),
            event(Action::Diagnose, Some(9), 2),
            event(Action::Diagnose, Some(9), 3),
            event(Action::Comment, None, 4),
        ];
        let row = activities(&events, Status::InProgress);
        let diagnosis = row.iter().find(|activity| activity.number == 9).unwrap();
        assert_eq!(diagnosis.done.map(|event| event.at.timestamp()), Some(3));
        assert!(diagnosis.current);
        assert!(activities(&events, Status::Closed).iter().all(|activity| !activity.current));
    }
}
