//! The procedure bar: which activities of TC-PD-15 are done, and what can be done now.

use super::activities::Activities;
use super::keymap::{Deed, keys_of};
use super::late::Late;
use super::steps::{Place, Steps};
use crate::text::use_text;
use crate::tickets::{TicketData, icon_of, is_immediate};
use crate::ui::{Button, Failed, Icon, Look, glyph};
use contract::tickets::{Action, Status, Ticket};
use std::rc::Rc;
use yew::prelude::*;

/// What has a form or button of its own elsewhere on the page.
pub(super) const fn is_elsewhere(action: Action) -> bool {
    matches!(
        action,
        Action::Register
            | Action::Comment
            | Action::Attach
            | Action::Confidential
            | Action::AutoAccept
            | Action::Remind
            | Action::Warn
            | Action::Breach
    )
}

/// The step that moves the case on, which is drawn stronger than the others.
fn main_step(allowed: &[Action]) -> Option<Action> {
    let order = [
        Action::Open,
        Action::Accept,
        Action::Survey,
        Action::Resume,
        Action::Diagnose,
        Action::Work,
        Action::Resolve,
    ];
    // Once work can be recorded, the case is in hand: resolving is what moves it on.
    if allowed.contains(&Action::Work) && allowed.contains(&Action::Resolve) {
        return Some(Action::Resolve);
    }
    order.into_iter().find(|action| allowed.contains(action))
}

/// The icon of an action that is offered: that of its entry in the timeline, but for taking a case.
pub(super) const fn icon(action: Action) -> Icon {
    match action {
        Action::Accept => Icon::Check,
        action if is_elsewhere(action) => Icon::ChevronRight,
        action => icon_of(action),
    }
}

#[derive(Properties)]
pub(super) struct ProcedureProps {
    pub(super) ticket: Rc<Ticket>,
    pub(super) data: TicketData,
    pub(super) steps: Steps,
}

impl PartialEq for ProcedureProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// Activities done, actions allowed, and the form of the one chosen.
#[component]
pub(super) fn Procedure(props: &ProcedureProps) -> Html {
    let text = use_text();
    let (ticket, data, steps) = (&props.ticket, &props.data, &props.steps);
    let allowed = &ticket.summary.allowed_actions;
    let status = ticket.summary.status;
    let chosen = steps.chosen_in(Place::Procedure);
    let choose = steps.choose_in(Place::Procedure);
    let main = main_step(allowed);
    html! {
        <section class="panel procedure" tabindex="-1" aria-labelledby="procedure-title">
            <h2 id="procedure-title" class="visually-hidden">{ text.say("procedure") }</h2>
            if let Some(events) = &data.events.value { <Activities events={events.clone()} {status} /> }
            if allowed.iter().any(|action| !is_elsewhere(*action)) {
                <div class="actions" role="group" aria-label={text.say("procedure-actions")}>
                    { for allowed.iter().copied().filter(|action| !is_elsewhere(*action)).map(|action| {
                        let look = if main == Some(action) { Look::Primary } else { Look::Plain };
                        let onclick = choose.reform(move |()| action);
                        let expanded = (!is_immediate(action)).then_some(chosen == Some(action));
                        html! {
                            <Button {look} icon={icon(action)} {onclick} {expanded} busy={is_immediate(action) && steps.busy} action={action.as_str()}>
                                { text.word(action) }
                                if let Some(keys) = keys_of(Deed::Act(action)) { <kbd class="btn-key" aria-hidden="true">{ keys }</kbd> }
                            </Button>
                        }
                    }) }
                </div>
            } else {
                <p class="muted procedure-none">{ glyph(Icon::InfoCircle) }{ text.say(if status == Status::Closed { "procedure-closed" } else { "procedure-none" }) }</p>
            }
            if let Some(failure) = &steps.failure { <Failed failure={failure.clone()} small=true /> }
            if let Some(action) = chosen { <Late key={action.as_str()} piece={steps.form(ticket, data, action)} /> }
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_step_that_moves_the_case_on_is_stronger() {
        use Action::{Accept, Assign, Classify, Diagnose, Open, Reject, Resolve, Verify, Work};
        assert_eq!(main_step(&[Assign, Open]), Some(Open));
        assert_eq!(main_step(&[Reject, Classify, Accept]), Some(Accept));
        assert_eq!(main_step(&[Classify, Diagnose, Resolve]), Some(Diagnose));
        assert_eq!(main_step(&[Diagnose, Work, Verify, Resolve]), Some(Resolve));
        assert_eq!(main_step(&[Assign]), None);
    }
}
