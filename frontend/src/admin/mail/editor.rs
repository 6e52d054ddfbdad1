//! Wording a template: what is written, what may be written, and how it reads.

use super::preview::Preview;
use super::templates::whose;
use super::variables::Variables;
use crate::admin::fields::{FaultList, use_faults};
use crate::api;
use crate::api::letters::Place;
use crate::hooks::use_submit;
use crate::session::use_me;
use crate::text::use_text;
use crate::tickets::Shelter;
use crate::ui::{Button, Dialog, Disclosure, Failed, Icon, Look, Moment, TextArea, use_toast};
use contract::notifications::{LetterSample, LetterTemplate, SaveTemplate, TestTemplate};
use std::collections::BTreeMap;
use std::rc::Rc;
use web_sys::SubmitEvent;
use yew::prelude::*;

/// Under which what is written is kept.
const SOURCE: &str = "source";

#[derive(Properties, PartialEq)]
pub(super) struct EditorProps {
    pub(super) place: Place,
    pub(super) template: Rc<LetterTemplate>,
    pub(super) onchange: Callback<LetterTemplate>,
    pub(super) reload: Callback<()>,
}

/// The form, what it leads to, and what there is beside it. What is not saved is kept in this browser.
#[component]
pub(super) fn Editor(props: &EditorProps) -> Html {
    let (text, me, toast) = (use_text(), use_me(), use_toast());
    let EditorProps { place, template, onchange, reload } = props;
    let shelter =
        Shelter::of(&me.username, &format!("{}.{}.{}", place.project, place.kind, place.locale), "template");
    let kept = use_memo((), |()| shelter.kept().remove(SOURCE));
    let source = use_state(|| (*kept).clone().unwrap_or_else(|| template.source.clone()));
    let sample = use_state(|| LetterSample::Requester);
    // Somebody else has saved meanwhile.
    let overtaken = use_state(|| false);
    let giving_back = use_state(|| false);
    let changed = *source != template.source;
    use_effect_with(((*source).clone(), template.source.clone()), move |(written, saved)| {
        if written == saved {
            shelter.forget();
        } else {
            shelter.keep(&BTreeMap::from([(SOURCE.to_owned(), written.clone())]));
        }
    });
    let write = {
        let source = source.setter();
        Callback::from(move |written: String| source.set(written))
    };
    let save = {
        let (place, version, reload) = (place.clone(), template.version, reload.clone());
        let (onchange, toast, said) = (onchange.clone(), toast.clone(), text.say("admin-template-saved"));
        let (late, done, write) = (overtaken.setter(), overtaken.setter(), write.clone());
        use_submit(
            move |client, _key, body: SaveTemplate| {
                let (place, reload, late) = (place.clone(), reload.clone(), late.clone());
                async move {
                    let answer = api::letters::save_template(&client, &place, &body, version).await;
                    if answer.as_ref().is_err_and(|failure| failure.is("stale")) {
                        late.set(true);
                        reload.emit(());
                    }
                    answer
                }
            },
            Callback::from(move |saved: LetterTemplate| {
                done.set(false);
                write.emit(saved.source.clone());
                onchange.emit(saved);
                toast.emit(said.clone());
            }),
        )
    };
    let restore = {
        let (place, version) = (place.clone(), template.version);
        let (write, built_in, reload) = (write.clone(), template.built_in.clone(), reload.clone());
        let (close, late) = (giving_back.setter(), overtaken.setter());
        let (toast, said) = (toast.clone(), text.say("admin-template-restored"));
        let after = reload.clone();
        use_submit(
            move |client, _key, ()| {
                let (place, reload) = (place.clone(), reload.clone());
                async move {
                    let answer = api::letters::restore_template(&client, &place, version).await;
                    if answer.as_ref().is_err_and(|failure| failure.is("stale")) {
                        reload.emit(());
                    }
                    answer
                }
            },
            Callback::from(move |()| {
                close.set(false);
                late.set(false);
                write.emit(built_in.clone());
                after.emit(());
                toast.emit(said.clone());
            }),
        )
    };
    let test = {
        let (place, text) = (place.clone(), text.clone());
        use_submit(
            move |client, key, body: TestTemplate| {
                let place = place.clone();
                async move { api::letters::send_test(&client, &place, &body, &key).await }
            },
            Callback::from(move |sent: contract::notifications::TestLetter| {
                toast.emit(text.fill("admin-template-sent", &[("address", sent.recipient.into())]));
            }),
        )
    };
    let faults = use_faults(save.failure.as_ref().filter(|failure| !failure.is("stale")));
    let onsubmit = {
        let (source, run) = (source.clone(), save.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(SaveTemplate { source: (*source).clone() });
        })
    };
    let send = {
        let (source, sample, project) = (source.clone(), *sample, place.project.clone());
        test.run.reform(move |()| TestTemplate {
            project: project.as_str().into(),
            source: Some((*source).clone()),
            sample: Some(sample),
        })
    };
    let discard = {
        let (write, saved) = (write.clone(), template.source.clone());
        Callback::from(move |()| write.emit(saved.clone()))
    };
    let ask = |on: bool| {
        let giving_back = giving_back.setter();
        Callback::from(move |()| giving_back.set(on))
    };
    let onsample = {
        let sample = sample.setter();
        Callback::from(move |chosen| sample.set(chosen))
    };
    html! {
        <div class="admin-columns">
            <div class="stack">
                <form class="panel" data-form="template" {onsubmit} novalidate=true>
                    <p class="admin-roles template-state">
                        { whose(template.customised, &text) }
                        if let Some(at) = template.changed_at {
                            <span class="muted small">
                                if let Some(by) = &template.changed_by { <>{ &by.display_name }{ ", " }</> }
                                <Moment {at} absolute=true />
                            </span>
                        }
                    </p>
                    if *overtaken {
                        <div data-part="overtaken">
                            <p class="notice notice-warn" role="alert">{ text.say("admin-template-overtaken") }</p>
                            <Disclosure summary={text.say("admin-template-theirs")}><pre class="admin-example">{ &template.source }</pre></Disclosure>
                        </div>
                    }
                    <FaultList faults={faults.clone()} form="template" />
                    if let Some(failure) = &test.failure { <Failed failure={failure.clone()} small=true /> }
                    <TextArea name="source" id="template-source" label={text.say("admin-template-source")} hint={text.say("admin-template-source-hint")}
                        required=true rows=18 maxlength="20000" value={(*source).clone()} oninput={write.clone()} error={faults.at("source")} />
                    if changed { <p class="muted small" data-part="unsaved">{ text.say("admin-template-unsaved") }</p> }
                    <div class="form-actions">
                        <Button look={Look::Primary} submit=true busy={save.busy}>{ text.say("ui-save") }</Button>
                        <Button icon={Icon::Send} busy={test.busy} onclick={send} action="send-test">{ text.say("admin-template-send") }</Button>
                        if changed { <Button look={Look::Quiet} onclick={discard} action="discard">{ text.say("admin-template-discard") }</Button> }
                        if template.customised { <Button look={Look::Quiet} icon={Icon::History} onclick={ask(true)} action="restore">{ text.say("admin-template-restore") }</Button> }
                    </div>
                </form>
                <section class="panel"><Variables field="template-source" variables={template.variables.clone()} onchange={write} /></section>
            </div>
            <Preview place={place.clone()} source={(*source).clone()} sample={*sample} {onsample} />
            if *giving_back {
                <Dialog title={text.say("admin-template-restore")} onclose={ask(false)}>
                    <p>{ text.say("admin-template-restore-about") }</p>
                    if let Some(failure) = &restore.failure { <Failed failure={failure.clone()} small=true /> }
                    <div class="form-actions">
                        <Button look={Look::Danger} busy={restore.busy} onclick={restore.run.clone()} action="restore-now">{ text.say("admin-template-restore") }</Button>
                        <Button look={Look::Quiet} onclick={ask(false)}>{ text.say("ui-cancel") }</Button>
                    </div>
                </Dialog>
            }
        </div>
    }
}
