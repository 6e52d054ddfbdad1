//! Doing something to the ticket on the page: at once where nothing need be said, otherwise by the
//! form of the action, in the place where it was asked for.

use super::commands::{Shown, use_change, use_on_screen};
use super::keymap::{Deed, Scope, deed};
use super::late::Piece;
use crate::api::{self, Failure};
use crate::browser;
use crate::hooks::{use_shortcuts, use_submit};
use crate::text::use_text;
use crate::tickets::{ActionFormProps, Command, SurveyFormProps, TicketData, is_immediate};
use crate::ui::use_toast;
use contract::tickets::{Action, Status, Ticket};
use serde_json::json;
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// Where the form of an action is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Below the procedure.
    Procedure,
    /// Among the facts, where what it changes stands.
    Facts,
}

/// What can be done to the ticket on the page, and what is being done.
#[derive(Clone)]
pub(super) struct Steps {
    chosen: Option<(Action, Place)>,
    choose: Callback<(Action, Place)>,
    /// The form's action was done.
    pub(super) done: Callback<Ticket>,
    /// Closes the form.
    pub(super) cancel: Callback<()>,
    /// An action that needs no form is under way.
    pub(super) busy: bool,
    /// What went wrong with it.
    pub(super) failure: Option<Failure>,
}

impl Steps {
    /// The action whose form is open in a place.
    pub(super) fn chosen_in(&self, place: Place) -> Option<Action> {
        self.chosen.filter(|(_, at)| *at == place).map(|(action, _)| action)
    }

    /// Does an action, or opens and closes its form in a place.
    pub(super) fn choose_in(&self, place: Place) -> Callback<Action> {
        self.choose.reform(move |action| (action, place))
    }

    /// The form of an action.
    pub(super) fn form(&self, ticket: &Rc<Ticket>, data: &TicketData, action: Action) -> Piece {
        let (done, refused) = (self.done.clone(), data.refused.clone());
        let summary = &ticket.summary;
        if action == Action::Survey {
            return Piece::Survey(SurveyFormProps {
                number: summary.number.clone().into(),
                project: summary.project.key.clone().into(),
                closed: summary.status == Status::Closed,
                done,
                refused,
            });
        }
        Piece::Action(ActionFormProps {
            ticket: ticket.clone(),
            action,
            done,
            cancel: self.cancel.clone(),
            refused,
        })
    }
}

/// What can be done to a ticket: with its keys, and in the palette.
#[hook]
pub(super) fn use_steps(ticket: &Rc<Ticket>, data: &TicketData) -> Steps {
    let (text, toast, change) = (use_text(), use_toast(), use_change());
    let chosen = use_state(|| None::<(Action, Place)>);
    let stepped = use_memo((), |()| Cell::new(false));
    let done = {
        let (chosen, changed, stepped) = (chosen.setter(), data.changed.clone(), stepped.clone());
        Callback::from(move |ticket: Ticket| {
            stepped.set(true);
            change.emit(());
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
        Callback::from(move |(action, place): (Action, Place)| {
            if is_immediate(action) {
                run.emit(Command::new(action, json!({})));
            } else {
                chosen.set(Some((action, place)).filter(|wanted| *chosen != Some(*wanted)));
            }
        })
    };
    let in_procedure = choose.reform(|action: Action| (action, Place::Procedure));
    {
        let (choose, allowed) = (in_procedure.clone(), ticket.summary.allowed_actions.clone());
        use_shortcuts(Callback::from(move |keys: String| match deed(Scope::Ticket, &keys) {
            Some(Deed::Act(action)) if allowed.contains(&action) => {
                choose.emit(action);
                true
            }
            _ => false,
        }));
    }
    use_on_screen(Shown {
        number: ticket.summary.number.clone(),
        allowed: ticket.summary.allowed_actions.clone(),
        choose: in_procedure,
    });
    use_focus(*chosen, ticket.summary.version, stepped);
    let cancel = {
        let chosen = chosen.setter();
        Callback::from(move |()| chosen.set(None))
    };
    Steps { chosen: *chosen, choose, done, cancel, busy: at_once.busy, failure: at_once.failure }
}

/// The focus goes into a form that opens (which sees to it itself), back to its button when it is closed, and on to the next
/// step when this person has done one.
#[hook]
fn use_focus(chosen: Option<(Action, Place)>, version: i64, stepped: Rc<Cell<bool>>) {
    let before = use_mut_ref(|| (chosen, version));
    use_effect_with((chosen, version), move |(open, version)| {
        let (was_open, was_version) = before.replace((*open, *version));
        match (was_open, *open) {
            (_, Some(_)) if was_open != *open => {}
            _ if was_version != *version && stepped.take() => {
                let _ = browser::focus(".actions .btn-primary")
                    || browser::focus(".actions .btn")
                    || browser::focus(".procedure");
            }
            (Some((action, _)), None) if !stepped.get() => {
                browser::focus(&format!("[data-action=\"{action}\"]"));
            }
            _ => {}
        }
    });
}
