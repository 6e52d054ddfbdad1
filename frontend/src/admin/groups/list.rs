//! The groups of a project.

use crate::admin::head::{Head, ProjectSelect, chosen, use_asked};
use crate::api;
use crate::hooks::use_remote;
use crate::route::AdminRoute;
use crate::session::use_me;
use crate::text::{Text, use_text};
use crate::ui::{
    Badge, Column, DataRow, DataTable, Empty, Icon, Link, Shape, Tone, draw, glyph, go, href, use_ready,
};
use contract::people::{Group, GroupFilter};
use yew::prelude::*;
use yew_router::prelude::*;

/// The groups, those no longer in use too.
#[component]
pub(in crate::admin) fn GroupsPage() -> Html {
    let (text, me) = (use_text(), use_me());
    let navigator = use_navigator().expect("the console is drawn inside the router");
    let asked: GroupFilter = use_asked();
    let project = chosen(&me, asked.project.as_deref());
    let groups = use_remote(project.clone(), |client, project| async move {
        let filter = GroupFilter { project: Some(project), inactive: Some(true) };
        Ok(api::people::groups(&client, &filter).await?.items)
    });
    use_ready(!groups.is_loading());
    let choose = Callback::from(move |project: String| {
        go(&navigator, &format!("{}?project={project}", href(&AdminRoute::Groups)));
    });
    html! {
        <div class="stack">
            <Head title={text.say("admin-groups")} about={text.say("admin-groups-about")}>
                <Link to={format!("{}?project={project}", href(&AdminRoute::NewGroup))} class="btn btn-primary">{ glyph(Icon::Plus) }{ text.say("admin-new-group") }</Link>
            </Head>
            <div class="admin-filters"><ProjectSelect id="groups-project" value={project.clone()} onchange={choose} /></div>
            { draw(&groups, Shape::Rows(5), |groups| if groups.is_empty() {
                html! { <Empty icon={Icon::Apps} title={text.say("admin-groups-none")} body={text.say("admin-groups-none-body")} /> }
            } else {
                html! { <DataTable label={text.say("admin-groups")} columns={columns(&text)} rows={groups.iter().map(|group| row(group, &text)).collect::<Vec<_>>()} /> }
            }) }
        </div>
    }
}

fn columns(text: &Text) -> Vec<Column> {
    vec![
        Column::new("name", text.say("admin-group")),
        Column::new("level", text.say("fact-level")),
        Column::new("company", text.say("admin-company")),
        Column::new("people", text.say("admin-people")).figures(),
        Column::new("state", text.say("admin-state")),
    ]
}

fn row(group: &Group, text: &Text) -> DataRow {
    let to = href(&AdminRoute::Group { group: group.id.to_string() });
    let (tone, state) =
        if group.active { (Tone::Good, "admin-in-use") } else { (Tone::Neutral, "admin-not-in-use") };
    DataRow {
        key: group.id.to_string().into(),
        name: group.name.clone().into(),
        cells: vec![
            html! {
                <span class="admin-lines">
                    <Link {to} class="admin-link">{ &group.name }</Link>
                    <code class="muted small admin-username">{ &group.key }</code>
                </span>
            },
            html! { { text.fill("level-title", &[("level", group.level.into())]) } },
            html! { { group.provider.as_ref().map_or("–", |provider| provider.name.as_str()) } },
            html! { { group.member_count } },
            html! { <Badge {tone}>{ text.say(state) }</Badge> },
        ],
    }
}
