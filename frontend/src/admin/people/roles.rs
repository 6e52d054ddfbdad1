//! What somebody is in a project.

use super::list::tone;
use crate::admin::fields::use_faults;
use crate::admin::head::administered;
use crate::api;
use crate::hooks::use_submit;
use crate::session::use_me;
use crate::text::use_text;
use crate::ui::{Badge, Button, Checks, Choice, Failed, Look, use_toast};
use contract::auth::{Membership, Role};
use contract::people::{SetRoles, User};
use contract::reference::NamedRef;
use std::rc::Rc;
use web_sys::SubmitEvent;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct RoleChecksProps {
    pub(super) id: AttrValue,
    #[prop_or_default]
    pub(super) label: Option<AttrValue>,
    pub(super) values: Vec<AttrValue>,
    pub(super) onchange: Callback<Vec<AttrValue>>,
    #[prop_or_default]
    pub(super) error: Option<String>,
}

/// The roles to tick, each with what it may do.
#[component]
pub(super) fn RoleChecks(props: &RoleChecksProps) -> Html {
    let text = use_text();
    let choice = |role: &Role| Choice {
        value: role.as_str().into(),
        label: text.word(*role),
        hint: Some(text.say(&format!("admin-role-{role}"))),
    };
    html! {
        <Checks
            name="roles"
            id={props.id.clone()}
            label={props.label.clone().unwrap_or_else(|| text.say("admin-roles"))}
            values={props.values.clone()}
            onchange={props.onchange.clone()}
            error={props.error.clone()}
            choices={Role::ALL.iter().map(choice).collect::<Vec<_>>()}
        />
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct RolesProps {
    pub(super) user: Rc<User>,
    /// The account has changed.
    pub(super) onchange: Callback<User>,
}

/// What an account is in each project: to be changed where one administers, to be read elsewhere.
#[component]
pub(super) fn Roles(props: &RolesProps) -> Html {
    let (text, me) = (use_text(), use_me());
    let own = administered(&me);
    let elsewhere: Vec<&Membership> = props
        .user
        .memberships
        .iter()
        .filter(|membership| own.iter().all(|project| project.id != membership.project.id))
        .collect();
    html! {
        <section class="panel" aria-labelledby="roles-title">
            <h2 id="roles-title" class="section-title">{ text.say("admin-roles") }</h2>
            { for own.iter().map(|project| html! {
                <ProjectRoles key={project.key.clone()} project={project.clone()} user={props.user.clone()} onchange={props.onchange.clone()} />
            }) }
            if !elsewhere.is_empty() {
                <h3 class="admin-subtitle">{ text.say("admin-roles-elsewhere") }</h3>
                <ul class="memberships">
                    { for elsewhere.iter().map(|membership| html! {
                        <li>
                            <span>{ &membership.project.name }</span>
                            { for membership.roles.iter().map(|role| html! { <Badge tone={tone(*role)}>{ text.word(*role) }</Badge> }) }
                        </li>
                    }) }
                </ul>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ProjectRolesProps {
    project: NamedRef,
    user: Rc<User>,
    onchange: Callback<User>,
}

/// The form of one project.
#[component]
fn ProjectRoles(props: &ProjectRolesProps) -> Html {
    let (text, toast) = (use_text(), use_toast());
    let present = words(&props.user, &props.project);
    let values = use_state(|| present.clone());
    {
        // The server's word stands, whoever changed it.
        let values = values.setter();
        use_effect_with(present.clone(), move |present| values.set(present.clone()));
    }
    let submit = {
        let (user, version) = (props.user.username.clone(), props.user.version);
        let (onchange, said) = (props.onchange.clone(), text.say("admin-roles-saved"));
        use_submit(
            move |client, _key, body: SetRoles| {
                let user = user.clone();
                async move { api::admin::set_roles(&client, &user, &body, version).await }
            },
            Callback::from(move |user| {
                onchange.emit(user);
                toast.emit(said.clone());
            }),
        )
    };
    let faults = use_faults(submit.failure.as_ref());
    let onsubmit = {
        let (values, run, project) = (values.clone(), submit.run.clone(), props.project.key.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let roles = values.iter().filter_map(|role| role.parse().ok()).collect();
            run.emit(SetRoles { project: project.as_str().into(), roles });
        })
    };
    let changed = {
        let (mut one, mut other) = ((*values).clone(), present);
        one.sort();
        other.sort();
        one != other
    };
    let keep = {
        let values = values.setter();
        Callback::from(move |next| values.set(next))
    };
    let failure = submit.failure.as_ref().filter(|_| faults.at("roles").is_none());
    html! {
        <form data-form={format!("roles-{}", props.project.key)} {onsubmit} novalidate=true>
            if let Some(failure) = failure { <Failed failure={failure.clone()} small=true /> }
            <RoleChecks id={format!("roles-{}", props.project.key)} label={props.project.name.clone()} values={(*values).clone()} onchange={keep} error={faults.at("roles")} />
            if changed {
                <div class="form-actions admin-save"><Button look={Look::Primary} submit=true busy={submit.busy}>{ text.say("admin-roles-save") }</Button></div>
            }
        </form>
    }
}

fn words(user: &User, project: &NamedRef) -> Vec<AttrValue> {
    let membership = user.memberships.iter().find(|membership| membership.project.id == project.id);
    let roles = membership.map(|membership| membership.roles.as_slice()).unwrap_or_default();
    roles.iter().map(|role| role.as_str().into()).collect()
}
