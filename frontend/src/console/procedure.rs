//! The procedure bar: which activities of TC-PD-15 are done, and what can be done now.

use crate::api;
use crate::hooks::{use_shortcuts, use_submit};
use crate::text::use_text;
use crate::tickets::{ActionForm, Command, SurveyForm, TicketData, is_immediate};
use crate::ui::{Button, Failed, Icon, Look, Stage, StageState, Stepper, glyph, use_toast};
use contract::tickets::{Action, Event, Status, Ticket};
use serde_json::json;
use std::rc::Rc;
use yew::prelude::*;

/// The activities of the procedure that happen to a ticket.
const ACTIVITIES: std::ops::RangeInclusive<u8> = 3..=14;

/// The activities, and how each stands.
fn activities(events: &[Event], status: Status, label: impl Fn(u8) -> AttrValue) -> Vec<Stage> {
    let done = |activity: u8| events.iter().any(|event| event.activity == Some(activity));
    let last = events.iter().rev().find_map(|event| event.activity);
    ACTIVITIES
        .map(|activity| {
            let state = match () {
                () if last == Some(activity) && status != Status::Closed => StageState::Current,
                () if done(activity) => StageState::Done,
                () => StageState::Ahead,
            };
            Stage { label: label(activity), state, number: Some(activity) }
        })
        .collect()
}

/// What has a form or button of its own elsewhere on the page.
const fn is_elsewhere(action: Action) -> bool {
    matches!(
        action,
        Action::Register
            | Action::Comment
            | Action::Attach
            | Action::AutoAccept
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
    let weights = |action: &Action| order.contains(action);
    // Once work can be recorded, the case is in hand: resolving is what moves it on.
    if allowed.contains(&Action::Work) && allowed.contains(&Action::Resolve) {
        return Some(Action::Resolve);
    }
    order.into_iter().find(|action| allowed.contains(action)).filter(weights)
}

const fn icon(action: Action) -> Icon {
    match action {
        Action::Open => Icon::MailOpened,
        Action::Accept => Icon::Check,
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
        Action::Close => Icon::Lock,
        Action::Cancel => Icon::Ban,
        Action::Merge => Icon::ArrowMerge,
        _ => Icon::ChevronRight,
    }
}

#[derive(Properties)]
pub(super) struct ProcedureProps {
    pub(super) ticket: Rc<Ticket>,
    pub(super) data: TicketData,
}

impl PartialEq for ProcedureProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// Activities done, actions allowed, and the form of the one chosen.
#[component]
pub(super) fn Procedure(props: &ProcedureProps) -> Html {
    let (text, toast) = (use_text(), use_toast());
    let (ticket, data) = (&props.ticket, &props.data);
    let chosen = use_state(|| None::<Action>);
    let allowed = &ticket.summary.allowed_actions;
    let done = {
        let (chosen, changed) = (chosen.setter(), data.changed.clone());
        let text = text.clone();
        Callback::from(move |ticket: Ticket| {
            chosen.set(None);
            let state = text.word(ticket.summary.status).to_string();
            toast.emit(text.fill(
                "ticket-saved",
                &[("number", (&ticket.summary.number).into()), ("state", state.into())],
            ));
            changed.emit(ticket);
        })
    };
    let at_once = {
        let (number, refused) = (ticket.summary.number.clone(), data.refused.clone());
        use_submit(
            move |client, key, command: Command| {
                let (number, refused) = (number.clone(), refused.clone());
                async move {
                    let answer = api::tickets::act(&client, &number, &command, &key).await;
                    if let Err(failure) = &answer {
                        refused.emit(failure.clone());
                    }
                    answer
                }
            },
            done.clone(),
        )
    };
    let choose = {
        let (chosen, run) = (chosen.clone(), at_once.run.clone());
        Callback::from(move |action: Action| {
            if is_immediate(action) {
                run.emit(Command::new(action, json!({})));
            } else {
                chosen.set(if *chosen == Some(action) { None } else { Some(action) });
            }
        })
    };
    {
        let (choose, allowed) = (choose.clone(), allowed.clone());
        use_shortcuts(Callback::from(move |key: String| {
            let action = match key.as_str() {
                "e" => Action::Escalate,
                "r" => Action::Resolve,
                "c" => return crate::browser::focus("#body"),
                _ => return false,
            };
            let may = allowed.contains(&action);
            if may {
                choose.emit(action);
            }
            may
        }));
    }
    use_effect_with(*chosen, |action| {
        if let Some(action) = action {
            crate::browser::focus(&format!("[data-form=\"{action}\"] :is(input, textarea, select)"));
        }
    });
    let main = main_step(allowed);
    let cancel = {
        let chosen = chosen.setter();
        Callback::from(move |()| chosen.set(None))
    };
    let stages = data.events.value.as_ref().map(|events| {
        activities(events, ticket.summary.status, |activity| text.say(&format!("activity-{activity}")))
    });
    html! {
        <section class="panel procedure" aria-labelledby="procedure-title">
            <h2 id="procedure-title" class="visually-hidden">{ text.say("procedure") }</h2>
            if let Some(stages) = stages { <Stepper label={text.say("procedure-activities")} {stages} class="stepper-dense" /> }
            if allowed.iter().any(|action| !is_elsewhere(*action)) {
                <div class="actions" role="group" aria-label={text.say("procedure-actions")}>
                    { for allowed.iter().copied().filter(|action| !is_elsewhere(*action)).map(|action| {
                        let look = if main == Some(action) { Look::Primary } else { Look::Plain };
                        let onclick = choose.reform(move |()| action);
                        let expanded = (!is_immediate(action)).then_some(*chosen == Some(action));
                        html! {
                            <Button {look} icon={icon(action)} {onclick} {expanded} busy={is_immediate(action) && at_once.busy} action={action.as_str()}>
                                { text.word(action) }
                            </Button>
                        }
                    }) }
                </div>
            } else {
                <p class="muted procedure-none">{ glyph(Icon::InfoCircle) }{ text.say(if ticket.summary.status == Status::Closed { "procedure-closed" } else { "procedure-none" }) }</p>
            }
            if let Some(failure) = &at_once.failure { <Failed failure={failure.clone()} small=true /> }
            { match *chosen {
                Some(Action::Survey) => html! { <SurveyForm number={ticket.summary.number.clone()} closed={ticket.summary.status == Status::Closed} done={done.clone()} refused={data.refused.clone()} /> },
                Some(action) => html! { <ActionForm key={action.as_str()} ticket={ticket.clone()} {action} done={done.clone()} {cancel} refused={data.refused.clone()} /> },
                None => Html::default(),
            } }
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

    #[test]
    fn nothing_done_means_everything_ahead() {
        let stages = activities(&[], Status::Registered, |activity| activity.to_string().into());
        assert_eq!(stages.len(), 12);
        assert!(stages.iter().all(|stage| stage.state == StageState::Ahead));
    }
}
