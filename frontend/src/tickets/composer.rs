//! Writing into the conversation. What is typed is kept in this browser until it is sent, with who
//! may read it: a note for the desk must not come back as a message to the requester. A case that takes no
//! messages any more leaves what was being written to be read and copied.

use super::draft::{Shelter, Written, use_elsewhere};
use crate::api;
use crate::browser;
use crate::hooks::{form_keys, use_shortcuts, use_submit};
use crate::session::{reads_internal_notes, use_me};
use crate::text::use_text;
use crate::ui::{Button, ErrorSummary, FieldFault, Icon, Look, MarkdownInput, glyph, use_toast};
use contract::tickets::{AddComment, Visibility};
use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ComposerProps {
    pub(crate) number: AttrValue,
    /// Whether the case takes messages now.
    pub(crate) open: bool,
    /// Whether this page is the desk's, where notes for the desk only can be written.
    #[prop_or_default]
    pub(crate) desk: bool,
    /// The provider in charge, with whom a note can be shared.
    #[prop_or_default]
    pub(crate) provider: Option<AttrValue>,
    pub(crate) done: Callback<()>,
}

/// A box to write in.
#[component]
pub(crate) fn Composer(props: &ComposerProps) -> Html {
    let (text, me, toast) = (use_text(), use_me(), use_toast());
    let shelter = Shelter::of(&me.username, &props.number, if props.desk { "comment" } else { "reply" });
    let internal_allowed = props.desk && reads_internal_notes(&me);
    let kept = use_memo((), |()| restored(shelter.kept(), internal_allowed));
    let body = use_state(|| kept.0.clone());
    let visibility = use_state(|| kept.1);
    let blank = use_state(|| false);
    let place = Some(shelter.clone()).filter(|_| props.open || !body.is_empty());
    {
        let (body, visibility) = (body.setter(), visibility.setter());
        let put = Callback::from(move |written: Written| {
            let (words, to) = restored(written, internal_allowed);
            body.set(words);
            visibility.set(to);
        });
        use_elsewhere(place, put);
    }
    // Never kept: it is said for each note anew.
    let shared = use_state(|| false);
    {
        let visibility = visibility.setter();
        let (public, internal) = (props.open && props.desk, props.open && internal_allowed);
        use_shortcuts(Callback::from(move |key: String| {
            let wanted = match key.as_str() {
                "c" if public => Visibility::Public,
                "i" if internal => Visibility::Internal,
                _ => return false,
            };
            visibility.set(wanted);
            browser::focus("#body")
        }));
    }
    let submit = {
        let number = props.number.clone();
        let (body, done, shelter) = (body.setter(), props.done.clone(), shelter.clone());
        let (shared, toast, refresh) = (shared.setter(), toast.clone(), done.clone());
        let said =
            text.say(if *visibility == Visibility::Internal { "comment-noted" } else { "comment-sent" });
        use_submit(
            move |client, key, comment: AddComment| {
                let (number, refresh) = (number.clone(), refresh.clone());
                async move {
                    let answer = api::tickets::comment(&client, &number, &comment, &key).await;
                    // The case is not as it is shown, or has the message already.
                    if answer.as_ref().is_err_and(api::Failure::is_refusal) {
                        refresh.emit(());
                    }
                    answer
                }
            },
            Callback::from(move |_| {
                shelter.forget();
                body.set(String::new());
                shared.set(false);
                toast.emit(said.clone());
                browser::focus("[data-form=comment]");
                done.emit(());
            }),
        )
    };
    let onsubmit = {
        let (body, visibility, blank, run) = (body.clone(), *visibility, blank.setter(), submit.run.clone());
        let shared_with_provider =
            *shared && visibility == Visibility::Internal && internal_allowed && props.provider.is_some();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            blank.set(body.trim().is_empty());
            if !body.trim().is_empty() {
                let (body, visibility) = ((*body).clone(), Some(visibility));
                run.emit(AddComment { body, visibility, shared_with_provider });
            }
        })
    };
    let oninput = {
        let body = body.setter();
        Callback::from(move |value: String| body.set(value))
    };
    let copy = {
        let (body, said) = (body.clone(), text.say("comment-copied"));
        let told = Callback::from(move |done| {
            if done {
                toast.emit(said.clone());
            } else {
                browser::focus("#body");
            }
        });
        Callback::from(move |()| browser::copy(&body, told.clone()))
    };
    let discard = {
        let (body, shelter) = (body.setter(), shelter.clone());
        Callback::from(move |()| {
            // While the form still stands for it, so that the server forgets it too.
            shelter.forget();
            body.set(String::new());
            browser::focus("h1");
        })
    };
    use_effect_with(((*body).clone(), *visibility), move |(body, visibility)| {
        if body.trim().is_empty() {
            shelter.forget();
        } else {
            shelter.keep(&written(body, *visibility));
        }
    });
    let error = blank.then(|| text.say("comment-blank").to_string()).or_else(|| submit.of_field("body"));
    let faults: Vec<FieldFault> =
        error.iter().map(|message| FieldFault { id: "body".to_owned(), message: message.clone() }).collect();
    let sentence =
        if faults.is_empty() { submit.failure.as_ref().map(|failure| failure.sentence(&text)) } else { None };
    let internal = *visibility == Visibility::Internal;
    let share = {
        let shared = shared.setter();
        Callback::from(move |event: Event| {
            shared.set(event.target_unchecked_into::<HtmlInputElement>().checked());
        })
    };
    let onkeydown = form_keys(Callback::from(|()| {
        browser::focus("[data-form=comment]");
    }));
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
    if !props.open && body.trim().is_empty() {
        return Html::default();
    }
    html! {
        <form class={classes!("composer", "panel", internal.then_some("composer-internal"))} data-form="comment" tabindex="-1" {onsubmit} {onkeydown} novalidate=true>
            if !props.open {
                <div class="notice notice-warn" role="alert"><p>{ text.say("comment-over") }</p></div>
            } else if internal_allowed {
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
                // What is on its way is what was written.
                readonly={submit.busy || !props.open}
                rows=4
                maxlength="20000"
            />
            if let Some(provider) = props.provider.as_ref().filter(|_| props.open && internal && internal_allowed) {
                <div class="field">
                    <label class="choice choice-bare">
                        <input type="checkbox" class="form-check-input" name="shared_with_provider" checked={*shared} onchange={share} />
                        <span class="choice-text">
                            <span class="choice-label">{ text.fill("comment-share", &[("provider", provider.as_str().into())]) }</span>
                            <span class="choice-hint">{ text.say("comment-share-hint") }</span>
                        </span>
                    </label>
                </div>
            }
            <div class="form-actions">
                if props.open {
                    <Button look={Look::Primary} icon={Icon::Send} submit=true busy={submit.busy}>
                        { text.say(if internal { "comment-submit-internal" } else { "comment-submit" }) }
                    </Button>
                    if props.desk { <span class="muted small keys-hint">{ text.say("form-keys") }</span> }
                } else {
                    <Button onclick={copy} action="copy-comment">{ text.say("comment-copy") }</Button>
                    <Button onclick={discard} action="discard-comment">{ text.say("comment-discard") }</Button>
                }
            </div>
        </form>
    }
}

fn written(body: &str, visibility: Visibility) -> Written {
    let fields = [("body", body), ("visibility", visibility.as_str())];
    fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
}

/// What was kept, and for whom.
fn restored(mut kept: Written, internal_allowed: bool) -> (String, Visibility) {
    let body = kept.remove("body").unwrap_or_default();
    match kept.get("visibility").and_then(|word| word.parse().ok()) {
        Some(Visibility::Internal) if internal_allowed => (body, Visibility::Internal),
        // Whoever may not write notes any more must not send one as a message.
        Some(Visibility::Internal) => (String::new(), Visibility::Public),
        Some(Visibility::Public) | None => (body, Visibility::Public),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_for_the_desk_stays_one() {
        let kept = written("Ojo: es VIP.", Visibility::Internal);
        assert_eq!(restored(kept.clone(), true), ("Ojo: es VIP.".to_owned(), Visibility::Internal));
        assert_eq!(restored(kept, false), (String::new(), Visibility::Public));
        assert_eq!(restored(Written::new(), true), (String::new(), Visibility::Public));
    }
}
