//! The form of a new group.

use crate::admin::fields::{FaultList, Line, Written, use_faults, use_written};
use crate::admin::head::{Head, ProjectSelect, chosen, use_asked};
use crate::api;
use crate::hooks::{use_remote, use_submit};
use crate::route::AdminRoute;
use crate::session::use_me;
use crate::text::{Text, use_text};
use crate::ui::{
    Button, Choice, Choices, Choosable, Link, Look, Select, Shelf, go, href, use_ready, use_toast,
};
use contract::people::{CreateGroup, GroupDetail, GroupFilter};
use web_sys::SubmitEvent;
use yew::prelude::*;
use yew_router::prelude::*;

/// The form.
#[component]
pub(in crate::admin) fn NewGroupPage() -> Html {
    let (text, me, toast) = (use_text(), use_me(), use_toast());
    let navigator = use_navigator().expect("the console is drawn inside the router");
    use_ready(true);
    let asked: GroupFilter = use_asked();
    let project = use_state(|| chosen(&me, asked.project.as_deref()));
    let written = use_written(|| [("level", "1".to_owned())]);
    let submit = use_submit(
        |client, key, body: CreateGroup| async move { api::admin::create_group(&client, &body, &key).await },
        {
            let said = text.say("admin-group-made");
            Callback::from(move |group: GroupDetail| {
                toast.emit(said.clone());
                go(&navigator, &href(&AdminRoute::Group { group: group.group.id.to_string() }));
            })
        },
    );
    let faults = use_faults(submit.failure.as_ref());
    let onsubmit = {
        let (written, run, project) = (written.clone(), submit.run.clone(), project.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let level = written.get("level").parse().unwrap_or(1);
            run.emit(CreateGroup {
                project: project.as_str().into(),
                key: written.get("key").trim().to_owned(),
                name: written.get("name").trim().to_owned(),
                level,
                provider: written
                    .given("provider")
                    .filter(|_| level == 3)
                    .map(|company| company.as_str().into()),
                members: Vec::new(),
            });
        })
    };
    let choose_project = {
        let project = project.setter();
        Callback::from(move |key| project.set(key))
    };
    html! {
        <div class="stack narrow-form">
            <Head title={text.say("admin-new-group")} back={(AdminRoute::Groups, text.say("admin-groups"))} />
            <form class="panel" data-form="group" {onsubmit} novalidate=true>
                <FaultList faults={faults.clone()} form="group" />
                <ProjectSelect id="group-project" value={(*project).clone()} onchange={choose_project} />
                <Line form="group" name="name" label={text.say("admin-group-name")} required=true written={written.clone()} faults={faults.clone()} />
                <Line form="group" name="key" label={text.say("admin-key")} hint={text.say("admin-key-hint")} required=true max=60 written={written.clone()} faults={faults.clone()} />
                <Levels written={written.clone()} project={(*project).clone()} error={faults.at("provider")} />
                <div class="form-actions">
                    <Button look={Look::Primary} submit=true busy={submit.busy}>{ text.say("admin-make-group") }</Button>
                    <Link to={href(&AdminRoute::Groups)} class="btn btn-plain">{ text.say("ui-cancel") }</Link>
                </div>
            </form>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct LevelsProps {
    /// Of the fields `level` and `provider`.
    pub(super) written: Written,
    /// Key of the project.
    pub(super) project: AttrValue,
    pub(super) error: Option<String>,
}

/// The level of a group, and its company at the third.
#[component]
pub(super) fn Levels(props: &LevelsProps) -> Html {
    let text = use_text();
    let companies = use_remote(props.project.clone(), |client, project| async move {
        let filter = GroupFilter { project: Some(project.to_string()), inactive: None };
        Ok(api::people::providers(&client, &filter).await?.items)
    });
    let companies = companies.value.as_deref().cloned().unwrap_or_default();
    let written = &props.written;
    html! {
        <>
            <Choices name="level" id="group-level" label={text.say("fact-level")} value={written.get("level")} onchange={written.set("level")} choices={levels(&text)} />
            if written.get("level") == "3" {
                <Select name="provider" id="group-provider" label={text.say("admin-company")} none={text.say("admin-company-any")}
                    shelves={Shelf::plain(companies.iter().map(|company| Choosable::new(company.key.clone(), company.name.clone())).collect())}
                    value={written.get("provider")} onchange={written.set("provider")} error={props.error.clone()} />
            }
        </>
    }
}

fn levels(text: &Text) -> Vec<Choice> {
    let level = |level: u8| Choice {
        value: level.to_string().into(),
        label: text.fill("level-title", &[("level", level.into())]),
        hint: Some(text.say(&format!("admin-level-{level}"))),
    };
    (1..=3).map(level).collect()
}
