//! The list: what stands in the address narrows it.

use super::entry::{EntryDrawer, operation};
use super::filters::{Asked, Filters};
use super::verify::Verify;
use crate::admin::head::Head;
use crate::api;
use crate::hooks::{use_remote, use_submit};
use crate::route::AdminRoute;
use crate::text::{Text, use_text};
use crate::ui::{
    Button, Column, DataRow, DataTable, Empty, Failed, Icon, Look, Moment, Pager, Shape, draw, go, href,
    use_ready,
};
use contract::audit::AuditEntry;
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

const ROWS: u16 = 50;

/// The audit log.
#[component]
pub(in crate::admin) fn AuditPage() -> Html {
    let text = use_text();
    let navigator = use_navigator().expect("the console is drawn inside the router");
    let asked = use_location().map(|location| Asked::of(location.query_str())).unwrap_or_default();
    let entries = use_remote(asked.clone(), |client, asked| async move {
        api::audit::list(&client, &asked.filter(Some(ROWS))).await
    });
    use_ready(!entries.is_loading());
    let opened = use_state(|| None::<Rc<AuditEntry>>);
    let show = {
        let (navigator, opened) = (navigator.clone(), opened.setter());
        Callback::from(move |asked: Asked| {
            opened.set(None);
            go(&navigator, &asked.address());
        })
    };
    let to_page = |cursor: Option<String>| {
        let (show, asked) = (show.clone(), Asked { cursor, ..asked.clone() });
        Callback::from(move |()| show.emit(asked.clone()))
    };
    let export = {
        let asked = asked.clone();
        use_submit(
            move |client, _key, ()| {
                let asked = asked.clone();
                async move {
                    let response = api::audit::export(&client, &asked.filter(None)).await?;
                    api::attachments::save(response, "auditoria.csv").await
                }
            },
            Callback::noop(),
        )
    };
    let open = |entry: &AuditEntry| {
        let (opened, entry) = (opened.setter(), Rc::new(entry.clone()));
        Callback::from(move |()| opened.set(Some(entry.clone())))
    };
    let close = {
        let opened = opened.setter();
        Callback::from(move |()| opened.set(None))
    };
    html! {
        <div class="stack">
            <Head title={text.say("admin-audit")} about={text.say("admin-audit-about")}>
                <Button icon={Icon::Download} busy={export.busy} onclick={export.run} action="export">{ text.say("admin-audit-export") }</Button>
            </Head>
            if let Some(failure) = export.failure { <Failed {failure} small=true /> }
            <Verify />
            <Filters key={asked.address().to_string()} asked={asked.clone()} onchange={show.clone()} />
            { draw(&entries, Shape::Rows(10), |page| if page.items.is_empty() {
                html! { <Empty icon={Icon::History} title={text.say("admin-audit-none")} body={text.say("admin-audit-none-body")} /> }
            } else {
                let rows = page.items.iter().map(|entry| row(entry, open(entry), &text));
                html! {
                    <>
                        <DataTable label={text.say("admin-audit")} columns={columns(&text)} rows={rows.collect::<Vec<_>>()} class="audit" />
                        <Pager
                            shown={page.items.len()}
                            first={asked.cursor.as_ref().map(|_| to_page(None))}
                            next={page.next_cursor.clone().map(|next| to_page(Some(next)))}
                        />
                    </>
                }
            }) }
            if let Some(entry) = &*opened { <EntryDrawer entry={entry.clone()} onclose={close} onchange={show} /> }
        </div>
    }
}

fn columns(text: &Text) -> Vec<Column> {
    [
        ("at", "audit-at"),
        ("actor", "audit-actor"),
        ("operation", "audit-operation"),
        ("object", "audit-object"),
        ("more", "audit-more"),
    ]
    .map(|(key, label)| Column::new(key, text.say(label)))
    .to_vec()
}

fn row(entry: &AuditEntry, open: Callback<()>, text: &Text) -> DataRow {
    let actor = entry.actor.as_ref().map(|person| person.display_name.clone());
    DataRow {
        key: entry.id.to_string().into(),
        name: entry.operation.clone().into(),
        cells: vec![
            html! { <span class="audit-at"><Moment at={entry.at} absolute=true /></span> },
            html! {
                <span class="admin-lines">
                    <span>{ actor.unwrap_or_else(|| text.say("audit-nobody").to_string()) }</span>
                    if let Some(admin) = &entry.impersonator {
                        <span class="muted small">{ text.fill("audit-in-place", &[("name", (&admin.display_name).into())]) }</span>
                    }
                </span>
            },
            operation(&entry.operation, text),
            html! { <span class="audit-object">{ object(&entry.object) }</span> },
            html! {
                <Button look={Look::Quiet} small=true icon={Icon::ChevronRight} name={text.fill("audit-open", &[("operation", (&entry.operation).into())])} onclick={open} action="entry" />
            },
        ],
    }
}

/// The path of an object without what all paths have in common.
pub(super) fn object(object: &str) -> &str {
    object.strip_prefix("/api/v1").unwrap_or(object)
}

/// The page's address.
pub(super) fn page() -> AttrValue {
    href(&AdminRoute::Audit)
}
