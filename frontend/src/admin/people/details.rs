//! What an account says of a person.

use crate::admin::fields::{FaultList, Line, use_faults, use_saved, use_written};
use crate::admin::head::administered;
use crate::api;
use crate::hooks::{use_remote, use_submit};
use crate::session::use_me;
use crate::text::use_text;
use crate::ui::{Button, Choosable, Look, Select, Shelf};
use contract::auth::{Locale, Role};
use contract::people::{GroupFilter, UpdateUser, User};
use std::rc::Rc;
use web_sys::SubmitEvent;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct DetailsProps {
    pub(super) user: Rc<User>,
    /// The account has changed.
    pub(super) onchange: Callback<User>,
    /// Somebody else has changed it meanwhile: it is to be read again.
    pub(super) reload: Callback<()>,
}

/// The form.
#[component]
pub(super) fn Details(props: &DetailsProps) -> Html {
    let (text, me) = (use_text(), use_me());
    let saved = use_saved(props.onchange.clone());
    let user = &props.user;
    let written = use_written(|| fields(user));
    {
        let written = written.clone();
        use_effect_with(user.clone(), move |user| written.put(fields(user)));
    }
    let projects: Vec<String> = administered(&me).into_iter().map(|project| project.key).collect();
    let companies = use_remote(projects, |client, projects| async move {
        let mut all = Vec::new();
        for project in projects {
            let filter = GroupFilter { project: Some(project), inactive: None };
            all.extend(api::people::providers(&client, &filter).await?.items);
        }
        Ok(all)
    });
    let submit = {
        let (name, version, reload) = (user.username.clone(), user.version, props.reload.clone());
        use_submit(
            move |client, _key, body: UpdateUser| {
                let (name, reload) = (name.clone(), reload.clone());
                async move {
                    let answer = api::admin::update_user(&client, &name, &body, version).await;
                    if answer.as_ref().is_err_and(|failure| failure.is("stale")) {
                        reload.emit(());
                    }
                    answer
                }
            },
            saved,
        )
    };
    let faults = use_faults(submit.failure.as_ref());
    let onsubmit = {
        let (written, run, user) = (written.clone(), submit.run.clone(), user.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(change(&user, |name| written.given(name)));
        })
    };
    let is_provider = user.memberships.iter().any(|membership| membership.roles.contains(&Role::Provider));
    let mut choices: Vec<Choosable> = companies
        .value
        .iter()
        .flat_map(|companies| companies.iter())
        .map(|company| Choosable::new(company.id.to_string(), company.name.clone()))
        .collect();
    if let Some(company) = &user.provider
        && choices.iter().all(|choice| *choice.value != company.id.to_string())
    {
        choices.push(Choosable::new(company.id.to_string(), company.name.clone()));
    }
    let line = |name: &'static str, label: &str, required: bool, max: u16| {
        html! { <Line form="details" {name} label={text.say(label)} {required} {max} written={written.clone()} faults={faults.clone()} /> }
    };
    let languages =
        Locale::ALL.iter().map(|locale| Choosable::new(locale.as_str(), text.word(*locale))).collect();
    html! {
        <section class="panel" aria-labelledby="details-title">
            <h2 id="details-title" class="section-title">{ text.say("admin-details") }</h2>
            <form data-form="details" {onsubmit} novalidate=true>
                <FaultList faults={faults.clone()} form="details" />
                <div class="form-columns">
                    { line("display_name", "admin-display-name", true, 120) }
                    { line("email", "admin-email", false, 200) }
                    { line("phone", "profile-phone", false, 40) }
                    { line("area", "profile-area", false, 120) }
                    <Select name="locale" id="details-locale" label={text.say("language")} required=true shelves={Shelf::plain(languages)} value={written.get("locale")} onchange={written.set("locale")} />
                    if is_provider || user.provider.is_some() {
                        <Select name="provider" id="details-provider" label={text.say("admin-company")} none={text.say("admin-company-none")} shelves={Shelf::plain(choices)} value={written.get("provider")} onchange={written.set("provider")} error={faults.at("provider")} />
                    }
                </div>
                <div class="form-actions"><Button look={Look::Primary} submit=true busy={submit.busy}>{ text.say("ui-save") }</Button></div>
            </form>
        </section>
    }
}

fn fields(user: &User) -> [(&'static str, String); 6] {
    let or_nothing = |value: &Option<String>| value.clone().unwrap_or_default();
    [
        ("display_name", user.display_name.clone()),
        ("email", or_nothing(&user.email)),
        ("phone", or_nothing(&user.phone)),
        ("area", or_nothing(&user.area)),
        ("locale", user.locale.as_str().to_owned()),
        ("provider", user.provider.as_ref().map(|provider| provider.id.to_string()).unwrap_or_default()),
    ]
}

/// What was written differently from what is.
fn change(user: &User, given: impl Fn(&str) -> Option<String>) -> UpdateUser {
    let differing = |name: &str, present: &Option<String>| Some(given(name)).filter(|new| new != present);
    let company = user.provider.as_ref().map(|provider| provider.id.to_string());
    UpdateUser {
        display_name: Some(given("display_name").unwrap_or_default())
            .filter(|name| *name != user.display_name),
        email: differing("email", &user.email),
        phone: differing("phone", &user.phone),
        area: differing("area", &user.area),
        locale: given("locale")
            .and_then(|locale| locale.parse().ok())
            .filter(|locale| *locale != user.locale),
        provider: differing("provider", &company).map(|company| company.map(|id| id.as_str().into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::auth::UserKind;
    use contract::people::UserAction;

    fn user() -> User {
        User {
            id: uuid::Uuid::nil(),
            kind: UserKind::Person,
            username: "ana".to_owned(),
            display_name: "Ana Rojas".to_owned(),
            email: Some("ana@example.org".to_owned()),
            phone: None,
            area: Some("Archivo".to_owned()),
            locale: Locale::Es,
            provider: None,
            active: true,
            has_password: true,
            second_factor: false,
            memberships: Vec::new(),
            groups: Vec::new(),
            open_tickets: 0,
            created_at: chrono::DateTime::UNIX_EPOCH,
            allowed_actions: vec![UserAction::Deactivate],
            version: 1,
        }
    }

    #[test]
    fn only_what_differs_is_sent() {
        let user = user();
        let typed = |phone: &'static str, area: &'static str| {
            let fields = fields(&user).into_iter().map(|(name, value)| match name {
                "phone" => (name, phone.to_owned()),
                "area" => (name, area.to_owned()),
                _ => (name, value),
            });
            let fields: Vec<_> = fields.collect();
            change(&user, |name| {
                let value = fields.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
                value.filter(|value| !value.is_empty())
            })
        };
        let sent = |phone, area| serde_json::to_value(typed(phone, area)).unwrap();
        assert_eq!(sent("", "Archivo"), serde_json::json!({}));
        assert_eq!(sent("2101", ""), serde_json::json!({"phone": "2101", "area": null}));
    }
}
