//! Writing into the conversation. What is typed is kept in this browser until it is sent.

use crate::api;
use crate::browser;
use crate::hooks::use_submit;
use crate::session::{reads_internal_notes, use_me};
use crate::text::use_text;
use crate::ui::{Button, ErrorSummary, FieldFault, Icon, Look, MarkdownInput, glyph, use_toast};
use contract::tickets::{AddComment, Visibility};
use web_sys::SubmitEvent;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ComposerProps {
    pub(crate) number: AttrValue,
    /// Whether this page is the desk's, where notes for the desk only can be written.
    #[prop_or_default]
    pub(crate) desk: bool,
    pub(crate) done: Callback<()>,
}

/// A box to write in.
#[component]
pub(crate) fn Composer(props: &ComposerProps) -> Html {
    let (text, me, toast) = (use_text(), use_me(), use_toast());
    let store = format!("mesa.comment.{}.{}", me.username, props.number);
    let body = use_state(|| browser::kept(&store).unwrap_or_default());
    let visibility = use_state(|| Visibility::Public);
    let blank = use_state(|| false);
    let internal_allowed = props.desk && reads_internal_notes(&me);
    let submit = {
        let number = props.number.clone();
        let (body, done, store) = (body.setter(), props.done.clone(), store.clone());
        let said =
            text.say(if *visibility == Visibility::Internal { "comment-noted" } else { "comment-sent" });
        use_submit(
            move |client, key, comment: AddComment| {
                let number = number.clone();
                async move { api::tickets::comment(&client, &number, &comment, &key).await }
            },
            Callback::from(move |_| {
                browser::forget(&store);
                body.set(String::new());
                toast.emit(said.clone());
                done.emit(());
            }),
        )
    };
    let onsubmit = {
        let (body, visibility, blank, run) = (body.clone(), *visibility, blank.setter(), submit.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            blank.set(body.trim().is_empty());
            if !body.trim().is_empty() {
                run.emit(AddComment { body: (*body).clone(), visibility: Some(visibility) });
            }
        })
    };
    let oninput = {
        let body = body.setter();
        Callback::from(move |value: String| {
            if value.trim().is_empty() {
                browser::forget(&store);
            } else {
                browser::keep(&store, &value);
            }
            body.set(value);
        })
    };
    let error = blank.then(|| text.say("comment-blank").to_string()).or_else(|| submit.of_field("body"));
    let faults: Vec<FieldFault> =
        error.iter().map(|message| FieldFault { id: "body".to_owned(), message: message.clone() }).collect();
    let sentence =
        if faults.is_empty() { submit.failure.as_ref().map(|failure| failure.sentence(&text)) } else { None };
    let internal = *visibility == Visibility::Internal;
    let pick = |wanted: Visibility, icon: Icon| {
        let chosen = *visibility == wanted;
        let visibility = visibility.setter();
        html! {
            <label class={classes!("segment", chosen.then_some("segment-on"))}>
                <input
                    type="radio"
                    class="visually-hidden"
                    name="visibility"
                    value={wanted.as_str()}
                    checked={chosen}
                    onchange={Callback::from(move |_| visibility.set(wanted))}
                />
                { glyph(icon) }
                { text.say(&format!("comment-as-{wanted}")) }
            </label>
        }
    };
    html! {
        <form class={classes!("composer", internal.then_some("composer-internal"))} data-form="comment" {onsubmit} novalidate=true>
            if internal_allowed {
                <fieldset class="segments">
                    <legend class="visually-hidden">{ text.say("comment-who-reads") }</legend>
                    { pick(Visibility::Public, Icon::Message) }
                    { pick(Visibility::Internal, Icon::Lock) }
                </fieldset>
            }
            <ErrorSummary {sentence} {faults} />
            <MarkdownInput
                name="body"
                label={text.say(if internal { "comment-label-internal" } else if props.desk { "comment-label-desk" } else { "comment-label" })}
                {error}
                required=true
                value={(*body).clone()}
                {oninput}
                rows=4
                maxlength="20000"
            />
            <div class="form-actions">
                <Button look={Look::Primary} icon={Icon::Send} submit=true busy={submit.busy}>
                    { text.say(if internal { "comment-submit-internal" } else { "comment-submit" }) }
                </Button>
            </div>
        </form>
    }
}
