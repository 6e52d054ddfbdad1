//! The notice: the version in force, those before it, and the form that publishes the next.

use crate::admin::fields::{FaultList, Line, use_faults, use_written};
use crate::api;
use crate::hooks::use_submit;
use crate::session::use_account;
use crate::text::{Text, use_text};
use crate::ui::{
    Badge, Button, Column, DataRow, DataTable, Disclosure, Icon, Look, Markdown, MarkdownInput, Moment, Tone,
};
use contract::auth::Me;
use contract::privacy::{NoticeTexts, NoticeVersion, PrivacyNotice, PublishNotice};
use web_sys::SubmitEvent;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct NoticePanelProps {
    pub(super) notice: PrivacyNotice,
    pub(super) versions: Vec<NoticeVersion>,
    pub(super) reload: Callback<()>,
}

/// What is in force and what was, until the next is to be written.
#[component]
pub(super) fn NoticePanel(props: &NoticePanelProps) -> Html {
    let text = use_text();
    let writing = use_state(|| false);
    let write = |on: bool| {
        let writing = writing.setter();
        Callback::from(move |()| writing.set(on))
    };
    let notice = &props.notice;
    let rows = props.versions.iter().map(|version| row(version, notice.version, &text));
    html! {
        <section class="panel" aria-labelledby="notice-title" data-part="notice">
            <h2 id="notice-title" class="section-title">{ text.say("admin-notice") }</h2>
            if *writing {
                <Form notice={notice.clone()} onclose={write(false)} reload={props.reload.clone()} />
            } else {
                <DataTable label={text.say("admin-notice-versions")} columns={columns(&text)} rows={rows.collect::<Vec<_>>()} />
                <Disclosure summary={text.say("admin-notice-read")}><Markdown source={notice.text.clone()} /></Disclosure>
                <div class="form-actions">
                    <Button icon={Icon::Pencil} onclick={write(true)} action="write-notice">{ text.say("admin-notice-write") }</Button>
                </div>
            }
        </section>
    }
}

fn columns(text: &Text) -> Vec<Column> {
    let column = |key: &'static str, label: &str| Column::new(key, text.say(label));
    vec![
        column("version", "admin-notice-version"),
        column("published", "admin-notice-published"),
        column("entity", "admin-notice-entity"),
        column("acceptances", "admin-notice-acceptances").figures(),
    ]
}

fn row(version: &NoticeVersion, in_force: i32, text: &Text) -> DataRow {
    let NoticeVersion { version, published_at, published_by, entity, contact: _, acceptances } = version;
    DataRow {
        key: version.to_string().into(),
        name: version.to_string().into(),
        cells: vec![
            html! {
                <span class="admin-roles">
                    <span class="number">{ version.to_string() }</span>
                    if *version == in_force { <Badge tone={Tone::Good}>{ text.say("admin-notice-in-force") }</Badge> }
                </span>
            },
            html! {
                <span class="admin-lines">
                    if let Some(at) = published_at { <Moment at={*at} absolute=true /> } else { <span>{ text.say("admin-notice-first") }</span> }
                    if let Some(by) = published_by { <span class="muted small">{ &by.display_name }</span> }
                </span>
            },
            html! { { entity } },
            html! { <span class="number">{ acceptances.to_string() }</span> },
        ],
    }
}

#[derive(Properties, PartialEq)]
struct FormProps {
    notice: PrivacyNotice,
    onclose: Callback<()>,
    reload: Callback<()>,
}

/// The next version, which begins as the present one.
#[component]
fn Form(props: &FormProps) -> Html {
    let (text, account) = (use_text(), use_account());
    let notice = &props.notice;
    let written = use_written(|| {
        [
            ("entity", notice.entity.clone()),
            ("contact", notice.contact.clone()),
            ("text_es", notice.texts.es.clone()),
            ("text_en", notice.texts.en.clone()),
        ]
    });
    let submit = {
        let (version, reload) = (notice.version, props.reload.clone());
        use_submit(
            move |client, _key, body: PublishNotice| {
                let reload = reload.clone();
                async move {
                    let answer = api::privacy::publish(&client, &body, version).await;
                    if answer.as_ref().is_err_and(|failure| failure.is("stale")) {
                        reload.emit(());
                    }
                    answer?;
                    api::auth::me(&client).await
                }
            },
            // Whoever publishes it is asked to accept it like everybody; then the page is read anew.
            Callback::from(move |me: Me| account.update(me)),
        )
    };
    let faults = use_faults(submit.failure.as_ref());
    let onsubmit = {
        let (written, run) = (written.clone(), submit.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(PublishNotice {
                entity: written.get("entity").trim().to_owned(),
                contact: written.get("contact").trim().to_owned(),
                texts: Some(NoticeTexts { es: written.get("text_es"), en: written.get("text_en") }),
            });
        })
    };
    html! {
        <form data-form="notice" {onsubmit} novalidate=true>
            <p class="notice notice-warn">{ text.say("admin-notice-everybody") }</p>
            <FaultList faults={faults.clone()} form="notice" />
            <Line form="notice" name="entity" label={text.say("admin-notice-entity")} hint={text.say("admin-notice-entity-hint")} required=true max=200 written={written.clone()} faults={faults.clone()} />
            <Line form="notice" name="contact" label={text.say("admin-notice-contact")} hint={text.say("admin-notice-contact-hint")} required=true max=500 written={written.clone()} faults={faults.clone()} />
            <MarkdownInput name="text_es" id="notice-texts" label={text.say("admin-notice-es")} required=true rows=14 value={written.get("text_es")} oninput={written.set("text_es")} error={faults.at("texts.es")} maxlength="20000" />
            <MarkdownInput name="text_en" id="notice-texts-en" label={text.say("admin-notice-en")} required=true rows=14 value={written.get("text_en")} oninput={written.set("text_en")} error={faults.at("texts.en")} maxlength="20000" />
            <div class="form-actions">
                <Button look={Look::Primary} submit=true busy={submit.busy}>{ text.say("admin-notice-publish") }</Button>
                <Button onclick={props.onclose.clone()}>{ text.say("ui-cancel") }</Button>
            </div>
        </form>
    }
}
