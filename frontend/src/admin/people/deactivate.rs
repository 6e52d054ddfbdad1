//! Letting somebody sign in no more: what becomes of what is in their charge is decided first.

use super::picker::MemberPicker;
use crate::admin::fields::{FaultList, use_faults};
use crate::admin::head::administered;
use crate::api;
use crate::hooks::{use_remote, use_submit};
use crate::session::use_me;
use crate::text::use_text;
use crate::ui::{Button, Choice, Choices, Choosable, Dialog, Look, Select, Shelf};
use contract::people::{DeactivateUser, GroupFilter, ReassignTo, User};
use std::rc::Rc;
use web_sys::SubmitEvent;
use yew::prelude::*;

const GROUP: &str = "group";
const PERSON: &str = "person";
const OTHER_GROUP: &str = "other-group";

#[derive(Properties, PartialEq)]
pub(super) struct DeactivateDialogProps {
    pub(super) user: Rc<User>,
    pub(super) onclose: Callback<()>,
    /// It is done.
    pub(super) done: Callback<User>,
}

/// The dialog.
#[component]
pub(super) fn DeactivateDialog(props: &DeactivateDialogProps) -> Html {
    let (text, me) = (use_text(), use_me());
    let user = &props.user;
    let heir = use_state(|| GROUP.to_owned());
    let person = use_state(<(String, String)>::default);
    let group = use_state(String::new);
    let projects: Vec<String> = administered(&me).into_iter().map(|project| project.key).collect();
    let groups = use_remote(projects, |client, projects| async move {
        let mut all = Vec::new();
        for project in projects {
            let filter = GroupFilter { project: Some(project), inactive: None };
            all.extend(api::people::groups(&client, &filter).await?.items);
        }
        Ok(all)
    });
    let submit = {
        let name = user.username.clone();
        use_submit(
            move |client, key, body: DeactivateUser| {
                let name = name.clone();
                async move { api::admin::deactivate(&client, &name, &body, &key).await }
            },
            props.done.clone(),
        )
    };
    let faults = use_faults(submit.failure.as_ref());
    let onsubmit = {
        let (heir, person, group, run) = (heir.clone(), person.clone(), group.clone(), submit.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let named = match heir.as_str() {
                PERSON => Some(ReassignTo { assignee: Some(person.0.as_str().into()), group: None }),
                OTHER_GROUP => Some(ReassignTo { assignee: None, group: Some(group.as_str().into()) }),
                _ => None,
            };
            run.emit(DeactivateUser { reassign_to: named });
        })
    };
    let choice = |value: &'static str, key: &str| Choice {
        value: value.into(),
        label: text.say(key),
        hint: Some(text.say(&format!("{key}-hint"))),
    };
    let choose_heir = {
        let heir = heir.setter();
        Callback::from(move |value| heir.set(value))
    };
    let choose_person = {
        let person = person.setter();
        Callback::from(move |chosen| person.set(chosen))
    };
    let choose_group = {
        let group = group.setter();
        Callback::from(move |value| group.set(value))
    };
    let groups: Vec<Choosable> = groups
        .value
        .iter()
        .flat_map(|groups| groups.iter())
        .map(|group| Choosable::new(group.id.to_string(), group.name.clone()))
        .collect();
    let title = text.fill("admin-deactivate-title", &[("name", (&user.display_name).into())]);
    html! {
        <Dialog title={title.clone()} onclose={props.onclose.clone()}>
            <form data-form="deactivate" {onsubmit} novalidate=true>
                <p>{ text.say("admin-deactivate-about") }</p>
                <FaultList faults={faults.clone()} form="heir" />
                if user.open_tickets > 0 {
                    <p class="notice notice-warn">{ text.fill("admin-deactivate-open", &[("count", user.open_tickets.into())]) }</p>
                    <Choices name="heir" label={text.say("admin-heir")} value={(*heir).clone()} onchange={choose_heir} class="choices-list"
                        choices={vec![choice(GROUP, "admin-heir-group"), choice(PERSON, "admin-heir-person"), choice(OTHER_GROUP, "admin-heir-other")]} />
                    if *heir == PERSON {
                        <MemberPicker id="heir-reassign_to" label={text.say("admin-heir-who")} without={vec![user.username.clone()]} shown={person.1.clone()} onchoose={choose_person} error={faults.at("reassign_to")} />
                    }
                    if *heir == OTHER_GROUP {
                        <Select name="group" id="heir-reassign_to" label={text.say("fact-group")} required=true none={text.say("ui-choose")} shelves={Shelf::plain(groups)} value={(*group).clone()} onchange={choose_group} error={faults.at("reassign_to")} />
                    }
                }
                <div class="form-actions">
                    <Button look={Look::Danger} submit=true busy={submit.busy}>{ title }</Button>
                    <Button onclick={props.onclose.clone()}>{ text.say("ui-cancel") }</Button>
                </div>
            </form>
        </Dialog>
    }
}
