//! The stakeholders of a project.

use super::edit::{Asked, Edit, who};
use crate::admin::fields::use_asking;
use crate::admin::head::{Head, ProjectSelect, chosen, use_asked};
use crate::api;
use crate::hooks::use_remote;
use crate::route::AdminRoute;
use crate::session::use_me;
use crate::text::{Text, use_text};
use crate::ui::{Button, Column, DataRow, DataTable, Empty, Icon, Look, Shape, draw, go, href, use_ready};
use contract::stakeholders::{Stakeholder, StakeholderFilter};
use yew::prelude::*;
use yew_router::prelude::*;

/// As many as one answer may have.
const MOST: u16 = 200;

/// The stakeholders of a project.
#[component]
pub(in crate::admin) fn StakeholdersPage() -> Html {
    let (text, me) = (use_text(), use_me());
    let navigator = use_navigator().expect("the console is drawn inside the router");
    let filter: StakeholderFilter = use_asked();
    let project = chosen(&me, filter.project.as_deref());
    let stakeholders = use_remote(project.clone(), |client, project| async move {
        let mut filter =
            StakeholderFilter { project: Some(project), limit: Some(MOST), ..StakeholderFilter::default() };
        let mut all = Vec::new();
        loop {
            let page = api::stakeholders::list(&client, &filter).await?;
            all.extend(page.items);
            filter.cursor = page.next_cursor;
            if filter.cursor.is_none() {
                return Ok(all);
            }
        }
    });
    use_ready(!stakeholders.is_loading());
    let dialog = use_asking::<Asked>(stakeholders.reload.clone());
    let choose = Callback::from(move |project: String| {
        go(&navigator, &format!("{}?project={project}", href(&AdminRoute::Stakeholders)));
    });
    html! {
        <div class="stack">
            <Head title={text.say("admin-stakeholders")} about={text.say("admin-stakeholders-about")}>
                <Button look={Look::Primary} icon={Icon::Plus} onclick={dialog.open(Asked::New)} action="new-stakeholder">{ text.say("admin-new-stakeholder") }</Button>
            </Head>
            <div class="admin-filters"><ProjectSelect id="stakeholders-project" value={project.clone()} onchange={choose} /></div>
            { draw(&stakeholders, Shape::Rows(3), |stakeholders| if stakeholders.is_empty() {
                html! { <Empty icon={Icon::Bell} title={text.say("admin-stakeholders-none")} body={text.say("admin-stakeholders-none-body")} /> }
            } else {
                let rows = stakeholders.iter().map(|known| row(known, dialog.open(Asked::Edit(Box::new(known.clone()))), &text));
                html! { <DataTable label={text.say("admin-stakeholders")} columns={columns(&text)} rows={rows.collect::<Vec<_>>()} /> }
            }) }
            if let Some(asked) = dialog.asked() { <Edit asked={asked.clone()} {project} onclose={dialog.close.clone()} done={dialog.done.clone()} /> }
        </div>
    }
}

fn columns(text: &Text) -> Vec<Column> {
    [
        ("who", "admin-stakeholder"),
        ("service", "fact-service"),
        ("interest", "admin-interest"),
        ("influence", "admin-influence"),
        ("told", "admin-told-of"),
        ("edit", "admin-edit"),
    ]
    .map(|(key, label)| Column::new(key, text.say(label)))
    .to_vec()
}

fn row(known: &Stakeholder, edit: Callback<()>, text: &Text) -> DataRow {
    let name = who(known);
    let what = text.fill("admin-edit-what", &[("what", (&name).into())]);
    let service = match &known.service {
        Some(service) => service.name.clone().into(),
        None => text.say("admin-whole-project"),
    };
    let told: Vec<String> = known.told_of.iter().map(|occasion| text.word(*occasion).to_string()).collect();
    let from = text.fill("admin-from-priority-short", &[("priority", known.from_priority.into())]);
    DataRow {
        key: known.id.to_string().into(),
        name: name.clone().into(),
        cells: vec![
            html! { { name } },
            html! { { service } },
            html! { { text.word(known.interest) } },
            html! { { text.word(known.influence) } },
            if told.is_empty() {
                html! { { text.say("admin-told-of-nothing") } }
            } else {
                html! {
                    <span class="admin-lines">
                        <span>{ told.join(" · ") }</span>
                        <span class="muted small">{ from }</span>
                    </span>
                }
            },
            html! { <Button small=true icon={Icon::Pencil} name={what} onclick={edit} action="edit-stakeholder" /> },
        ],
    }
}
