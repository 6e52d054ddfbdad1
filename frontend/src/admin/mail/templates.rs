//! The list of templates: of each kind of letter in each language.

use crate::admin::head::{Head, ProjectSelect, chosen, use_asked};
use crate::api;
use crate::hooks::use_remote;
use crate::route::AdminRoute;
use crate::session::use_me;
use crate::text::{Text, use_text};
use crate::ui::{
    Badge, Column, DataRow, DataTable, Icon, Link, Moment, Shape, Tone, draw, glyph, go, href, use_ready,
};
use contract::catalog::CatalogFilter;
use contract::notifications::TemplateSummary;
use yew::prelude::*;
use yew_router::prelude::*;

/// The templates of a project.
#[component]
pub(in crate::admin) fn TemplatesPage() -> Html {
    let (text, me) = (use_text(), use_me());
    let navigator = use_navigator().expect("the console is drawn inside the router");
    let filter: CatalogFilter = use_asked();
    let project = chosen(&me, filter.project.as_deref());
    let templates = use_remote(project.clone(), |client, project| async move {
        Ok(api::letters::templates(&client, &project).await?.items)
    });
    use_ready(!templates.is_loading());
    let choose = Callback::from(move |project: String| {
        go(&navigator, &format!("{}?project={project}", href(&AdminRoute::Templates)));
    });
    html! {
        <div class="stack">
            <Head title={text.say("admin-templates")} about={text.say("admin-templates-about")}>
                <Link to={href(&AdminRoute::Letters)} class="btn btn-plain">{ glyph(Icon::Send) }{ text.say("admin-letters") }</Link>
            </Head>
            <div class="admin-filters"><ProjectSelect id="templates-project" value={project.clone()} onchange={choose} /></div>
            { draw(&templates, Shape::Rows(10), |templates| {
                let rows = templates.iter().map(|template| row(template, &project, &text));
                html! { <DataTable label={text.say("admin-templates")} columns={columns(&text)} rows={rows.collect::<Vec<_>>()} /> }
            }) }
        </div>
    }
}

fn columns(text: &Text) -> Vec<Column> {
    [
        ("kind", "admin-template-kind"),
        ("locale", "admin-template-language"),
        ("state", "admin-template-whose"),
        ("changed", "admin-template-changed"),
    ]
    .map(|(key, label)| Column::new(key, text.say(label)))
    .to_vec()
}

fn row(template: &TemplateSummary, project: &str, text: &Text) -> DataRow {
    let TemplateSummary { kind, locale, subject, customised, changed_at, changed_by } = template;
    let place = AdminRoute::Template { kind: kind.to_string(), locale: locale.to_string() };
    let to = format!("{}?project={project}", href(&place));
    let name = format!("{} ({})", text.word(*kind), text.word(*locale));
    DataRow {
        key: format!("{kind}-{locale}").into(),
        name: name.clone().into(),
        cells: vec![
            html! {
                <span class="admin-lines">
                    <Link {to} class="admin-link" name={name}>{ text.word(*kind) }</Link>
                    <span class="muted small">{ subject }</span>
                </span>
            },
            html! { { text.word(*locale) } },
            whose(*customised, text),
            html! {
                <span class="admin-lines">
                    if let Some(at) = changed_at { <Moment at={*at} absolute=true /> }
                    if let Some(by) = changed_by { <span class="muted small">{ &by.display_name }</span> }
                </span>
            },
        ],
    }
}

/// Whether a template is the project's own.
pub(super) fn whose(customised: bool, text: &Text) -> Html {
    let (tone, key) = if customised {
        (Tone::Brand, "admin-template-own")
    } else {
        (Tone::Neutral, "admin-template-built-in")
    };
    html! { <Badge {tone}>{ text.say(key) }</Badge> }
}
