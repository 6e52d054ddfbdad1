//! Provider companies: listed, made, renamed, ended.

use super::fields::{FaultList, Line, use_asking, use_faults, use_written};
use super::head::{Head, ProjectSelect, chosen, use_asked};
use crate::api;
use crate::hooks::{use_remote, use_submit};
use crate::route::AdminRoute;
use crate::session::use_me;
use crate::text::{Text, use_text};
use crate::ui::{
    Badge, Button, Column, DataRow, DataTable, Dialog, Empty, Icon, Look, Shape, Tone, draw, go, href,
    use_ready,
};
use contract::people::{CreateProvider, GroupFilter, Provider, UpdateProvider};
use web_sys::SubmitEvent;
use yew::prelude::*;
use yew_router::prelude::*;

/// What the dialog is open for.
#[derive(Clone, Debug, PartialEq)]
enum Asked {
    New,
    Edit(Provider),
}

/// The companies of a project.
#[component]
pub(super) fn ProvidersPage() -> Html {
    let (text, me) = (use_text(), use_me());
    let navigator = use_navigator().expect("the console is drawn inside the router");
    let filter: GroupFilter = use_asked();
    let project = chosen(&me, filter.project.as_deref());
    let providers = use_remote(project.clone(), |client, project| async move {
        let filter = GroupFilter { project: Some(project), inactive: Some(true) };
        Ok(api::people::providers(&client, &filter).await?.items)
    });
    use_ready(!providers.is_loading());
    let dialog = use_asking::<Asked>(providers.reload.clone());
    let choose = Callback::from(move |project: String| {
        go(&navigator, &format!("{}?project={project}", href(&AdminRoute::Providers)));
    });
    html! {
        <div class="stack">
            <Head title={text.say("admin-providers")} about={text.say("admin-providers-about")}>
                <Button look={Look::Primary} icon={Icon::Plus} onclick={dialog.open(Asked::New)} action="new-provider">{ text.say("admin-new-provider") }</Button>
            </Head>
            <div class="admin-filters"><ProjectSelect id="providers-project" value={project.clone()} onchange={choose} /></div>
            { draw(&providers, Shape::Rows(3), |providers| if providers.is_empty() {
                html! { <Empty icon={Icon::Tool} title={text.say("admin-providers-none")} body={text.say("admin-providers-none-body")} /> }
            } else {
                let rows = providers.iter().map(|provider| row(provider, dialog.open(Asked::Edit(provider.clone())), &text));
                html! { <DataTable label={text.say("admin-providers")} columns={columns(&text)} rows={rows.collect::<Vec<_>>()} /> }
            }) }
            if let Some(asked) = dialog.asked() { <Edit asked={asked.clone()} {project} onclose={dialog.close.clone()} done={dialog.done.clone()} /> }
        </div>
    }
}

fn columns(text: &Text) -> Vec<Column> {
    [("name", "admin-company"), ("key", "admin-key"), ("state", "admin-state"), ("edit", "admin-edit")]
        .map(|(key, label)| Column::new(key, text.say(label)))
        .to_vec()
}

fn row(provider: &Provider, edit: Callback<()>, text: &Text) -> DataRow {
    let (tone, state) =
        if provider.active { (Tone::Good, "admin-in-use") } else { (Tone::Neutral, "admin-not-in-use") };
    let what = text.fill("admin-edit-what", &[("what", (&provider.name).into())]);
    DataRow {
        key: provider.id.to_string().into(),
        name: provider.name.clone().into(),
        cells: vec![
            html! { { &provider.name } },
            html! { <code class="admin-username">{ &provider.key }</code> },
            html! { <Badge {tone}>{ text.say(state) }</Badge> },
            html! { <Button small=true icon={Icon::Pencil} name={what} onclick={edit} action="edit-provider" /> },
        ],
    }
}

#[derive(Properties, PartialEq)]
struct EditProps {
    asked: Asked,
    project: AttrValue,
    onclose: Callback<()>,
    done: Callback<()>,
}

/// What is sent.
enum Sent {
    New(CreateProvider),
    Change(UpdateProvider),
}

/// The dialog of a new company, or of one there is.
#[component]
fn Edit(props: &EditProps) -> Html {
    let text = use_text();
    let present = if let Asked::Edit(provider) = &props.asked { Some(provider.clone()) } else { None };
    let written = {
        let name = present.as_ref().map(|provider| provider.name.clone()).unwrap_or_default();
        use_written(|| [("name", name)])
    };
    let submit = {
        let present = present.clone();
        use_submit(
            move |client, key, sent: Sent| {
                let present = present.clone();
                async move {
                    match (sent, present) {
                        (Sent::Change(body), Some(provider)) => {
                            let id = provider.id.to_string();
                            api::admin::update_provider(&client, &id, &body, provider.version).await.map(drop)
                        }
                        (Sent::New(body), _) => {
                            api::admin::create_provider(&client, &body, &key).await.map(drop)
                        }
                        (Sent::Change(_), None) => Ok(()),
                    }
                }
            },
            props.done.clone(),
        )
    };
    let faults = use_faults(submit.failure.as_ref());
    let onsubmit = {
        let (written, run) = (written.clone(), submit.run.clone());
        let (project, is_new) = (props.project.clone(), present.is_none());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let name = written.get("name").trim().to_owned();
            run.emit(if is_new {
                let key = written.get("key").trim().to_owned();
                Sent::New(CreateProvider { project: project.as_str().into(), key, name })
            } else {
                Sent::Change(UpdateProvider { name: Some(name), active: None })
            });
        })
    };
    let turn = present.as_ref().map(|provider| {
        let active = provider.active;
        let run =
            submit.run.reform(move |()| Sent::Change(UpdateProvider { name: None, active: Some(!active) }));
        let (look, key) =
            if active { (Look::Danger, "admin-end-use") } else { (Look::Plain, "admin-begin-use") };
        html! { <Button {look} busy={submit.busy} onclick={run} action="turn-use">{ text.say(key) }</Button> }
    });
    let title = match &present {
        Some(provider) => provider.name.clone().into(),
        None => text.say("admin-new-provider"),
    };
    html! {
        <Dialog {title} onclose={props.onclose.clone()}>
            <form data-form="provider" {onsubmit} novalidate=true>
                <FaultList faults={faults.clone()} form="provider" />
                <Line form="provider" name="name" label={text.say("admin-company-name")} required=true written={written.clone()} faults={faults.clone()} />
                if present.is_none() {
                    <Line form="provider" name="key" label={text.say("admin-key")} hint={text.say("admin-key-hint")} required=true max=60 written={written.clone()} faults={faults.clone()} />
                }
                <div class="form-actions">
                    <Button look={Look::Primary} submit=true busy={submit.busy}>{ text.say("ui-save") }</Button>
                    { turn.unwrap_or_default() }
                    <Button look={Look::Quiet} onclick={props.onclose.clone()}>{ text.say("ui-cancel") }</Button>
                </div>
            </form>
        </Dialog>
    }
}
