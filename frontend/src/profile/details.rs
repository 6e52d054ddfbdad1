//! Telephone and area: what people write about themselves. When somebody else has written there
//! meanwhile, what they wrote is said, and what was typed stays to be saved over it.

use crate::api;
use crate::hooks::use_submit;
use crate::session::{use_account, use_me};
use crate::text::use_text;
use crate::ui::{Button, ErrorSummary, FieldFault, Look, TextInput, use_toast};
use contract::auth::{Me, UpdateMe};
use std::rc::Rc;
use web_sys::SubmitEvent;
use yew::prelude::*;

/// The form of one's own data.
#[component]
pub(super) fn Details() -> Html {
    let (text, me, account, toast) = (use_text(), use_me(), use_account(), use_toast());
    let phone = use_state(|| me.phone.clone().unwrap_or_default());
    let area = use_state(|| me.area.clone().unwrap_or_default());
    let meanwhile = use_state(|| None::<Rc<Me>>);
    let submit = {
        let (account, said) = (account.clone(), text.say("profile-saved"));
        let (version, latest, told) = (me.version, account.clone(), meanwhile.setter());
        let saved = meanwhile.setter();
        use_submit(
            move |client, _key, body: UpdateMe| {
                let (latest, told) = (latest.clone(), told.clone());
                async move {
                    let answer = api::auth::update_me(&client, &body, version).await;
                    if answer.as_ref().is_err_and(|failure| failure.is("stale"))
                        && let Ok(me) = api::auth::me(&client).await
                    {
                        // The next try is against what it is now.
                        latest.update(me.clone());
                        told.set(Some(Rc::new(me)));
                    }
                    answer
                }
            },
            Callback::from(move |me| {
                account.update(me);
                saved.set(None);
                toast.emit(said.clone());
            }),
        )
    };
    let onsubmit = {
        let (phone, area, run) = (phone.clone(), area.clone(), submit.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let given = |value: &str| Some(value.trim().to_owned()).filter(|value| !value.is_empty());
            run.emit(UpdateMe { locale: None, phone: Some(given(&phone)), area: Some(given(&area)) });
        })
    };
    let fault = |name: &str| Some(FieldFault { id: name.to_owned(), message: submit.of_field(name)? });
    let faults: Vec<FieldFault> = ["phone", "area"].into_iter().filter_map(fault).collect();
    // What has changed meanwhile is said below, in plainer words than the server's.
    let failure = submit.failure.as_ref().filter(|failure| faults.is_empty() && !failure.is("stale"));
    let sentence = failure.map(|failure| failure.sentence(&text));
    let nothing = text.say("fact-none");
    let written = |value: Option<&str>| value.unwrap_or(&nothing).to_owned().into();
    let set = |state: &UseStateHandle<String>| {
        let state = state.setter();
        Callback::from(move |value: String| state.set(value))
    };
    html! {
        <section class="panel" aria-labelledby="details-title">
            <h2 id="details-title" class="section-title">{ text.say("profile-details") }</h2>
            <form data-form="profile" {onsubmit} novalidate=true>
                <ErrorSummary {sentence} {faults} />
                if let Some(now) = &*meanwhile {
                    <div class="notice notice-warn" role="alert" data-part="changed">
                        <p>{ text.fill("profile-meanwhile", &[("phone", written(now.phone.as_deref())), ("area", written(now.area.as_deref()))]) }</p>
                    </div>
                }
                <TextInput name="phone" label={text.say("profile-phone")} hint={text.say("profile-phone-hint")} error={submit.of_field("phone")} value={(*phone).clone()} oninput={set(&phone)} autocomplete="tel" maxlength="40" />
                <TextInput name="area" label={text.say("profile-area")} error={submit.of_field("area")} value={(*area).clone()} oninput={set(&area)} autocomplete="organization" maxlength="120" />
                <div class="form-actions"><Button look={Look::Primary} submit=true busy={submit.busy}>{ text.say("ui-save") }</Button></div>
            </form>
        </section>
    }
}
