//! Doing one thing to many tickets: what the chosen ones allow, its form, and what became of each.

use super::bulk_result::{Outcome, outcome};
use super::procedure::icon;
use crate::api;
use crate::browser;
use crate::hooks::use_submit;
use crate::text::use_text;
use crate::tickets::{Command, CommandForm, fields_for_many, is_immediate};
use crate::ui::{Button, Dialog, Failed, Icon, Look, Selection};
use contract::tickets::{Action, BulkAction, TicketSummary};
use serde_json::json;
use std::rc::Rc;
use yew::prelude::*;

/// The actions that some of the tickets allow, each with how many do.
fn offers(tickets: &[&TicketSummary]) -> Vec<(Action, usize)> {
    let allowing =
        |action: Action| tickets.iter().filter(|ticket| ticket.allowed_actions.contains(&action)).count();
    BulkAction::ALL
        .iter()
        .filter_map(|word| word.as_str().parse::<Action>().ok())
        .map(|action| (action, allowing(action)))
        .filter(|(_, count)| *count > 0)
        .collect()
}

/// The level of the tickets, when they are all of one.
fn level(tickets: &[&TicketSummary]) -> Option<u8> {
    let first = tickets.first()?.level;
    tickets.iter().all(|ticket| ticket.level == first).then_some(first)
}

#[derive(Clone, Properties, PartialEq)]
pub(super) struct BulkBarProps {
    pub(super) tickets: Rc<Vec<TicketSummary>>,
    pub(super) selection: Selection,
    pub(super) onselect: Callback<Selection>,
    /// The action whose form is open.
    pub(super) asked: Option<Action>,
    pub(super) onask: Callback<Option<Action>>,
    /// Something was done: this became of each.
    pub(super) ondone: Callback<Outcome>,
}

/// The bar with what can be done to the chosen rows.
#[component]
pub(super) fn BulkBar(props: &BulkBarProps) -> Html {
    let text = use_text();
    let asked = props.asked;
    // While a form is open, what it is about stays as it was, wherever the rows go.
    let tickets = use_mut_ref(|| props.tickets.clone());
    if asked.is_none() {
        tickets.borrow_mut().clone_from(&props.tickets);
    }
    let tickets = tickets.borrow().clone();
    let chosen: Vec<&TicketSummary> =
        tickets.iter().filter(|ticket| props.selection.contains(&ticket.number)).collect();
    let submit = {
        let (onask, ondone) = (props.onask.clone(), props.ondone.clone());
        use_submit(
            move |client, key, (numbers, command): (Vec<String>, Command)| async move {
                let answer = api::tickets::act_on_many(&client, &numbers, &command, &key).await?;
                Ok(outcome(command.action, answer))
            },
            Callback::from(move |outcome: Outcome| {
                onask.emit(None);
                ondone.emit(outcome);
            }),
        )
    };
    use_effect_with(asked, |action| {
        if let Some(action) = action {
            browser::focus(&format!("dialog [data-form=\"{action}\"] :is(input, textarea, select)"));
        }
    });
    let of = |action: Action| -> Vec<&TicketSummary> {
        chosen.iter().copied().filter(|ticket| ticket.allowed_actions.contains(&action)).collect()
    };
    let send = |action: Action| {
        let numbers: Vec<String> = of(action).iter().map(|ticket| ticket.number.clone()).collect();
        submit.run.reform(move |command: Command| (numbers.clone(), command))
    };
    let ask = |action: Action| {
        let (onask, send) = (props.onask.clone(), send(action));
        Callback::from(move |()| {
            if is_immediate(action) {
                send.emit(Command::new(action, json!({})));
            } else {
                onask.emit(Some(action));
            }
        })
    };
    let close = props.onask.reform(|()| None);
    let total = chosen.len();
    let form = asked.map(|action| {
        let meant = of(action);
        let count = meant.len();
        let label =
            text.fill("bulk-send", &[("action", text.word(action).to_string().into()), ("count", count.into())]);
        let project = meant.first().map(|ticket| ticket.project.key.clone()).unwrap_or_default();
        html! {
            <Dialog title={label.clone()} onclose={close.clone()}>
                if count < total { <p class="muted small bulk-left">{ text.fill("bulk-left", &[("count", (total - count).into())]) }</p> }
                <CommandForm
                    key={action.as_str()}
                    {action}
                    specs={Rc::new(fields_for_many(action, level(&meant)))}
                    {project}
                    send={label}
                    busy={submit.busy}
                    failure={submit.failure.clone()}
                    onsend={send(action)}
                    cancel={close.clone()}
                    leave={close.clone()}
                />
            </Dialog>
        }
    });
    let nothing = props.onselect.reform(|()| Selection::default());
    html! {
        <section class="bulk" aria-label={text.say("bulk")}>
            <p class="bulk-count" role="status">{ text.fill("bulk-count", &[("count", total.into())]) }</p>
            <div class="bulk-actions">
                { for offers(&chosen).into_iter().map(|(action, count)| html! {
                    <Button small=true icon={icon(action)} busy={submit.busy && is_immediate(action)} onclick={ask(action)} action={format!("bulk-{action}")}>
                        { text.word(action) }
                        if count < total {
                            <span class="bulk-some">{ count }<span class="visually-hidden">{ " " }{ text.fill("bulk-some", &[("total", total.into())]) }</span></span>
                        }
                    </Button>
                }) }
            </div>
            <Button look={Look::Quiet} small=true icon={Icon::X} name={text.say("bulk-none")} onclick={nothing} />
            if let (Some(failure), None) = (&submit.failure, asked) { <Failed failure={failure.clone()} small=true /> }
            { form.unwrap_or_default() }
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tickets::sample;

    fn ticket(level: u8, allowed_actions: &[Action]) -> TicketSummary {
        TicketSummary { level, allowed_actions: allowed_actions.to_vec(), ..sample::ticket() }
    }

    #[test]
    fn an_action_is_offered_for_as_many_as_allow_it() {
        let one = ticket(1, &[Action::Open, Action::Comment]);
        let other = ticket(1, &[Action::Classify, Action::Escalate, Action::Survey]);
        let third = ticket(1, &[Action::Open, Action::Classify]);
        assert_eq!(
            offers(&[&one, &other, &third]),
            [(Action::Open, 2), (Action::Classify, 2), (Action::Escalate, 1)]
        );
        assert!(offers(&[]).is_empty());
    }

    #[test]
    fn every_action_for_many_is_an_action() {
        assert!(BulkAction::ALL.iter().all(|word| word.as_str().parse::<Action>().is_ok()));
    }

    #[test]
    fn the_level_is_known_when_it_is_one() {
        let (one, two) = (ticket(1, &[]), ticket(2, &[]));
        assert_eq!(level(&[&one, &one]), Some(1));
        assert_eq!(level(&[&one, &two]), None);
        assert_eq!(level(&[]), None);
    }
}
