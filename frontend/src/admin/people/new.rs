//! The form of a new account.

use super::password::suggestion;
use super::roles::RoleChecks;
use crate::admin::fields::{FaultList, Line, use_faults, use_written};
use crate::admin::head::{Head, ProjectSelect, chosen};
use crate::api;
use crate::hooks::{use_remote, use_submit};
use crate::route::AdminRoute;
use crate::session::use_me;
use crate::text::use_text;
use crate::ui::{
    Button, Checks, Choice, Choices, Choosable, Link, Look, Select, Shelf, go, href, use_ready, use_toast,
};
use contract::auth::{Locale, Role, UserKind};
use contract::people::{CreateUser, GrantRoles, GroupFilter, User};
use web_sys::SubmitEvent;
use yew::prelude::*;
use yew_router::prelude::*;

/// The form.
#[component]
pub(in crate::admin) fn NewPersonPage() -> Html {
    let (text, me, toast) = (use_text(), use_me(), use_toast());
    let navigator = use_navigator().expect("the console is drawn inside the router");
    use_ready(true);
    let project = use_state(|| chosen(&me, None));
    let written = use_written(|| {
        [("locale", Locale::Es.as_str().to_owned()), ("kind", UserKind::Person.as_str().to_owned())]
    });
    let is_person = written.get("kind") == UserKind::Person.as_str();
    let roles = use_state(|| vec![AttrValue::from(Role::Requester.as_str())]);
    let groups = use_state(Vec::<AttrValue>::new);
    let with_password = use_state(|| false);
    let lists = use_remote((*project).clone(), |client, project| async move {
        let filter = GroupFilter { project: Some(project), inactive: None };
        let groups = api::people::groups(&client, &filter).await?.items;
        Ok((groups, api::people::providers(&client, &filter).await?.items))
    });
    let submit = use_submit(
        |client, key, body: CreateUser| async move { api::admin::create_user(&client, &body, &key).await },
        {
            let said = text.say("admin-person-made");
            Callback::from(move |user: User| {
                toast.emit(said.clone());
                go(&navigator, &href(&AdminRoute::Person { user: user.username }));
            })
        },
    );
    let faults = use_faults(submit.failure.as_ref());
    let onsubmit = {
        let (written, run) = (written.clone(), submit.run.clone());
        let (project, roles, groups) = (project.clone(), roles.clone(), groups.clone());
        let with_password = *with_password;
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let roles: Vec<Role> = roles.iter().filter_map(|role| role.parse().ok()).collect();
            let membership = GrantRoles { project: project.as_str().into(), roles };
            run.emit(CreateUser {
                kind: written.get("kind").parse().ok(),
                username: written.get("username").trim().to_owned(),
                display_name: written.get("display_name").trim().to_owned(),
                email: written.given("email"),
                phone: written.given("phone"),
                area: written.given("area"),
                locale: written.get("locale").parse().ok(),
                password: written.given("password").filter(|_| with_password && is_person),
                provider: written.given("provider").map(|provider| provider.as_str().into()),
                memberships: Some(membership).filter(|given| !given.roles.is_empty()).into_iter().collect(),
                groups: groups.iter().map(|group| group.as_str().into()).collect(),
            });
        })
    };
    let (all_groups, providers) = lists.value.as_deref().cloned().unwrap_or_default();
    let is_provider = roles.iter().any(|role| role == Role::Provider.as_str());
    let turn_password = {
        let (with_password, written) = (with_password.clone(), written.clone());
        Callback::from(move |values: Vec<AttrValue>| {
            if !values.is_empty() {
                written.set("password").emit(suggestion());
            }
            with_password.set(!values.is_empty());
        })
    };
    let line = |name: &'static str, label: &str, hint: Option<&str>, required: bool, max: u16| {
        html! {
            <Line form="person" {name} label={text.say(label)} hint={hint.map(|hint| text.say(hint))} {required} {max} written={written.clone()} faults={faults.clone()} />
        }
    };
    let keep = |state: &UseStateHandle<Vec<AttrValue>>| {
        let state = state.setter();
        Callback::from(move |values| state.set(values))
    };
    let choose_project = {
        let (project, groups) = (project.setter(), groups.setter());
        Callback::from(move |key: String| {
            project.set(key);
            groups.set(Vec::new());
        })
    };
    let languages =
        Locale::ALL.iter().map(|locale| Choosable::new(locale.as_str(), text.word(*locale))).collect();
    let kinds = [(UserKind::Person, "admin-kind-person"), (UserKind::Service, "admin-kind-service")]
        .map(|(kind, hint)| Choice {
            value: kind.as_str().into(),
            label: text.word(kind),
            hint: Some(text.say(hint)),
        })
        .to_vec();
    html! {
        <div class="stack narrow-form">
            <Head title={text.say("admin-new-person")} about={text.say("admin-new-person-about")} back={(AdminRoute::People, text.say("admin-people"))} />
            <form class="panel" data-form="person" {onsubmit} novalidate=true>
                <FaultList faults={faults.clone()} form="person" />
                <Choices name="kind" id="person-kind" label={text.say("admin-kind")} value={written.get("kind")} onchange={written.set("kind")} error={faults.at("kind")} choices={kinds} />
                <div class="form-columns">
                    { line("display_name", "admin-display-name", None, true, 120) }
                    { line("username", "sign-in-username", Some("admin-username-hint"), true, 60) }
                    { line("email", "admin-email", None, false, 200) }
                    { line("phone", "profile-phone", None, false, 40) }
                    { line("area", "profile-area", None, false, 120) }
                    <Select name="locale" id="person-locale" label={text.say("language")} required=true shelves={Shelf::plain(languages)} value={written.get("locale")} onchange={written.set("locale")} />
                </div>
                <ProjectSelect id="person-project" value={(*project).clone()} onchange={choose_project} />
                <RoleChecks id="person-memberships" values={(*roles).clone()} onchange={keep(&roles)} error={faults.at("memberships")} />
                if is_provider {
                    <Select name="provider" id="person-provider" label={text.say("admin-company")} required=true none={text.say("ui-choose")}
                        shelves={Shelf::plain(providers.iter().map(|provider| Choosable::new(provider.key.clone(), provider.name.clone())).collect())}
                        value={written.get("provider")} onchange={written.set("provider")} error={faults.at("provider")} />
                }
                if !all_groups.is_empty() {
                    <Checks name="groups" id="person-groups" label={text.say("admin-groups")} hint={text.say("admin-groups-hint")} values={(*groups).clone()} onchange={keep(&groups)} error={faults.at("groups")}
                        choices={all_groups.iter().map(|group| Choice { value: group.key.clone().into(), label: group.name.clone().into(), hint: Some(text.fill("level-title", &[("level", group.level.into())])) }).collect::<Vec<_>>()} />
                }
                if is_person {
                    <Checks name="with-password" id="person-with-password" label={text.say("sign-in-password")} values={with_password.then(|| AttrValue::from("yes")).into_iter().collect::<Vec<_>>()} onchange={turn_password}
                        choices={vec![Choice { value: "yes".into(), label: text.say("admin-with-password"), hint: Some(text.say("admin-with-password-hint")) }]} />
                }
                if is_person && *with_password { { line("password", "admin-password", Some("admin-password-hint"), true, 200) } }
                <div class="form-actions">
                    <Button look={Look::Primary} submit=true busy={submit.busy}>{ text.say("admin-make-person") }</Button>
                    <Link to={href(&AdminRoute::People)} class="btn btn-plain">{ text.say("ui-cancel") }</Link>
                </div>
            </form>
        </div>
    }
}
