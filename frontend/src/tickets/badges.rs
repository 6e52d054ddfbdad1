//! State, priority and end of a ticket, in a few words.

use crate::text::use_text;
use crate::ui::{Badge, Icon, Tone};
use contract::tickets::{Closure, Pending, Status, TicketSummary};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct StatusMarkProps {
    pub(crate) status: Status,
    #[prop_or_default]
    pub(crate) pending: Option<Pending>,
}

/// Where a ticket is in the procedure, and what it waits for.
#[component]
pub(crate) fn StatusMark(props: &StatusMarkProps) -> Html {
    let text = use_text();
    let (tone, icon) = match props.status {
        Status::Registered => (Tone::Warn, Icon::Inbox),
        Status::InAttention => (Tone::Brand, Icon::Headset),
        Status::InAnalysis => (Tone::Brand, Icon::Stethoscope),
        Status::InProgress => (Tone::Brand, Icon::Tool),
        Status::Resolved => (Tone::Good, Icon::CircleCheck),
        Status::Closed => (Tone::Neutral, Icon::Lock),
    };
    html! {
        <>
            <Badge {tone} {icon}>{ text.word(props.status) }</Badge>
            if let Some(pending) = &props.pending {
                <Badge tone={Tone::Calm} icon={Icon::PlayerPause}>{ text.word(pending.reason) }</Badge>
            }
        </>
    }
}

/// That only those concerned may know of the case.
#[component]
pub(crate) fn ConfidentialMark() -> Html {
    let text = use_text();
    html! { <Badge tone={Tone::Warn} icon={Icon::Lock} title={text.say("confidential-about")}>{ text.say("confidential") }</Badge> }
}

#[derive(Properties, PartialEq)]
pub(crate) struct PriorityMarkProps {
    pub(crate) priority: u8,
}

/// The priority: number, word and bars.
#[component]
pub(crate) fn PriorityMark(props: &PriorityMarkProps) -> Html {
    let text = use_text();
    let class = match props.priority {
        1 => "priority-1",
        2 => "priority-2",
        3 => "priority-3",
        4 => "priority-4",
        _ => "priority-5",
    };
    html! {
        <span class={classes!("priority", class)}>
            <svg class="priority-bars" viewBox="0 0 15 12" width="15" height="12" aria-hidden="true" focusable="false">
                <rect x="0" y="8" width="3" height="4" rx="1" />
                <rect x="6" y="4" width="3" height="8" rx="1" />
                <rect x="12" y="0" width="3" height="12" rx="1" />
            </svg>
            { text.say(&format!("priority-{}", props.priority)) }
        </span>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct ClosureLineProps {
    pub(crate) ticket: TicketSummary,
}

/// How a closed ticket ended, in a sentence.
#[component]
pub(crate) fn ClosureLine(props: &ClosureLineProps) -> Html {
    let text = use_text();
    let Some(Closure { reason, note, redirected_to }) = &props.ticket.closure else { return Html::default() };
    html! {
        <div class="closure">
            <p>
                { text.say(&format!("closed-{reason}")) }
                if let Some(area) = redirected_to { { " " }{ text.fill("closed-to", &[("area", area.into())]) } }
            </p>
            if let Some(note) = note { <p class="closure-note">{ note }</p> }
        </div>
    }
}
