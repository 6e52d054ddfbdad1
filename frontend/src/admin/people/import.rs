//! Many accounts from a file: checked first, then made, all or none.

use crate::admin::fields::{FaultList, use_faults};
use crate::admin::head::{Head, ProjectSelect, chosen};
use crate::api;
use crate::hooks::use_submit;
use crate::route::AdminRoute;
use crate::session::use_me;
use crate::text::use_text;
use crate::ui::{Button, Icon, Link, Look, glyph, go, href, use_ready, use_toast};
use contract::people::{ImportFilter, ImportOutcome};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;
use yew_router::prelude::*;

/// A table that shows its own shape.
const EXAMPLE: &str = "username,display_name,email,area,roles,groups\nlgarcia,Laura García,lgarcia@example.org,Archivo,requester agent,n1\n";

/// The page.
#[component]
pub(in crate::admin) fn ImportPage() -> Html {
    let (text, me, toast) = (use_text(), use_me(), use_toast());
    let navigator = use_navigator().expect("the console is drawn inside the router");
    use_ready(true);
    let project = use_state(|| chosen(&me, None));
    // The file's name and what is in it.
    let table = use_state(|| None::<(String, String)>);
    let checked = use_state(|| None::<usize>);
    let submit = {
        let (checked, said) = (checked.setter(), text.clone());
        use_submit(
            |client, key, (table, filter): (String, ImportFilter)| async move {
                api::admin::import(&client, table, &filter, &key).await
            },
            Callback::from(move |outcome: ImportOutcome| {
                if outcome.dry_run {
                    checked.set(Some(outcome.created));
                } else {
                    toast.emit(said.fill("admin-imported", &[("count", outcome.created.into())]));
                    go(&navigator, &href(&AdminRoute::People));
                }
            }),
        )
    };
    let faults = use_faults(submit.failure.as_ref());
    let send = |dry_run: bool| {
        let (table, project, run, checked) =
            (table.clone(), project.clone(), submit.run.clone(), checked.setter());
        Callback::from(move |()| {
            if let Some((_, content)) = &*table {
                checked.set(None);
                let filter =
                    ImportFilter { project: Some((*project).clone()), dry_run: dry_run.then_some(true) };
                run.emit((content.clone(), filter));
            }
        })
    };
    let onfile = {
        let (table, checked) = (table.setter(), checked.setter());
        Callback::from(move |file: File| {
            let (table, checked) = (table.clone(), checked.clone());
            spawn_local(async move {
                let content = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
                checked.set(None);
                table.set(content.map(|content| (file.name(), content)));
            });
        })
    };
    let choose_project = {
        let project = project.setter();
        Callback::from(move |key| project.set(key))
    };
    html! {
        <div class="stack narrow-form">
            <Head title={text.say("admin-import-title")} about={text.say("admin-import-about")} back={(AdminRoute::People, text.say("admin-people"))} />
            <section class="panel stack" aria-labelledby="import-shape">
                <h2 id="import-shape" class="section-title">{ text.say("admin-import-shape") }</h2>
                <p class="muted">{ text.say("admin-import-columns") }</p>
                <pre class="admin-example"><code>{ EXAMPLE }</code></pre>
            </section>
            <section class="panel" data-form="import" aria-labelledby="import-file">
                <h2 id="import-file" class="section-title">{ text.say("admin-import-file") }</h2>
                <FaultList faults={faults} form="import" />
                <ProjectSelect id="import-project" value={(*project).clone()} onchange={choose_project} />
                <Chooser chosen={table.as_ref().map(|(name, _)| name.clone())} onchoose={onfile} />
                if let Some(count) = *checked {
                    <p class="notice" role="status">{ text.fill("admin-import-sound", &[("count", count.into())]) }</p>
                }
                <div class="form-actions">
                    if table.is_some() {
                        if checked.is_some() {
                            <Button look={Look::Primary} busy={submit.busy} onclick={send(false)} action="import">{ text.say("admin-import") }</Button>
                        } else {
                            <Button look={Look::Primary} busy={submit.busy} onclick={send(true)} action="check">{ text.say("admin-import-check") }</Button>
                        }
                    }
                    <Link to={href(&AdminRoute::People)} class="btn btn-plain">{ text.say("ui-cancel") }</Link>
                </div>
            </section>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ChooserProps {
    /// The name of the file that is chosen.
    chosen: Option<String>,
    onchoose: Callback<File>,
}

/// Choosing the file.
#[component]
fn Chooser(props: &ChooserProps) -> Html {
    let text = use_text();
    let onchange = props.onchoose.clone();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            onchange.emit(file);
        }
        // The same file may be chosen again after it was corrected.
        input.set_value("");
    });
    html! {
        <div class="drop">
            <input type="file" class="drop-input visually-hidden" id="import-table" name="table" accept=".csv,text/csv" aria-label={text.say("admin-import-file")} {onchange} />
            <label class="btn btn-plain btn-sm" for="import-table">{ glyph(Icon::Upload) }{ text.say("admin-import-choose") }</label>
            <span class="drop-hint">{ props.chosen.clone().unwrap_or_else(|| text.say("admin-import-none").to_string()) }</span>
        </div>
    }
}
