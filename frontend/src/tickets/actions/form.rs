//! The form of an action on one ticket, in place.

use super::command::Command;
use super::command_form::CommandForm;
use super::spec::{fields, initial};
use crate::api::{self, Failure};
use crate::hooks::use_submit;
use crate::session::use_me;
use crate::tickets::draft::Shelter;
use contract::tickets::{Action, Ticket};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, Properties, PartialEq)]
pub(crate) struct ActionFormProps {
    pub(crate) ticket: Rc<Ticket>,
    pub(crate) action: Action,
    /// The action was done; this is the ticket now.
    pub(crate) done: Callback<Ticket>,
    pub(crate) cancel: Callback<()>,
    /// The server refused; the page should look at the ticket again.
    pub(crate) refused: Callback<Failure>,
}

/// The form of an action. What is typed is kept in this browser until it is done or given up.
#[component]
pub(crate) fn ActionForm(props: &ActionFormProps) -> Html {
    let me = use_me();
    let (action, ticket) = (props.action, &props.ticket);
    let specs = use_memo((action, ticket.summary.level), |(action, level)| fields(*action, *level));
    // A form that begins with how the ticket stands must not bring back how it stood.
    let start = initial(action, ticket);
    let shelter =
        start.is_empty().then(|| Shelter::of(&me.username, &ticket.summary.number, action.as_str()));
    let submit = {
        let (number, refused) = (ticket.summary.number.clone(), props.refused.clone());
        let (shelter, done) = (shelter.clone(), props.done.clone());
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
            Callback::from(move |ticket: Ticket| {
                if let Some(shelter) = &shelter {
                    shelter.forget();
                }
                done.emit(ticket);
            }),
        )
    };
    html! {
        <CommandForm
            {action}
            {specs}
            {start}
            project={ticket.summary.project.key.clone()}
            {shelter}
            busy={submit.busy}
            failure={submit.failure.clone()}
            onsend={submit.run.clone()}
            cancel={props.cancel.clone()}
            leave={props.cancel.clone()}
        />
    }
}
