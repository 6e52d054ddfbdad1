//! The second factor: on, off, and the way between.

use super::enrolment::Enrolment;
use crate::api;
use crate::hooks::use_submit;
use crate::keys::Secret;
use crate::session::{use_account, use_me};
use crate::text::use_text;
use crate::ui::{
    Badge, Button, Dialog, ErrorSummary, Failed, FieldFault, Icon, Look, TextInput, Tone, use_toast,
};
use contract::auth::{RecoveryCodes, RemoveSecondFactor, SecondFactorEnrolment};
use web_sys::SubmitEvent;
use yew::prelude::*;

/// What is under way.
#[derive(Clone, PartialEq)]
enum Stage {
    Resting,
    /// The app is to read the secret, and to show that it has it.
    Enrolling(SecondFactorEnrolment),
    /// The codes are shown this once.
    Enrolled(RecoveryCodes),
    /// Whether they mean it.
    Removing,
}

/// Whether signing in takes a code, and how that is changed.
#[component]
pub(super) fn SecondFactor() -> Html {
    let (text, me, account) = (use_text(), use_me(), use_account());
    let stage = use_state(|| Stage::Resting);
    let to = |next: Stage| {
        let stage = stage.setter();
        Callback::from(move |()| stage.set(next.clone()))
    };
    let start = {
        let stage = stage.setter();
        use_submit(
            |client, _key, (): ()| async move { api::security::start_second_factor(&client).await },
            Callback::from(move |enrolment| stage.set(Stage::Enrolling(enrolment))),
        )
    };
    let confirmed = {
        let stage = stage.setter();
        Callback::from(move |codes| stage.set(Stage::Enrolled(codes)))
    };
    // Only now is the person told anew: before, the codes would go with the page.
    let finish = {
        let (stage, account) = (stage.setter(), account.clone());
        use_submit(
            |client, _key, (): ()| async move { api::auth::me(&client).await },
            Callback::from(move |me| {
                stage.set(Stage::Resting);
                account.update(me);
            }),
        )
    };
    let on = me.second_factor;
    html! {
        <section class="panel" aria-labelledby="factor-title" data-part="second-factor">
            <h2 id="factor-title" class="section-title">
                { text.say("factor") }{ " " }
                <Badge tone={if on { Tone::Good } else { Tone::Neutral }}>{ text.say(if on { "factor-on" } else { "factor-off" }) }</Badge>
            </h2>
            { match &*stage {
                Stage::Enrolling(enrolment) => html! {
                    <Enrolment enrolment={enrolment.clone()} {confirmed} leave={to(Stage::Resting)} />
                },
                Stage::Enrolled(codes) => html! {
                    <div class="stack" role="status">
                        <p>{ text.say("factor-codes-about") }</p>
                        <Secret words={codes.codes.join("\n")} label={text.say("factor-codes")} />
                        <div class="form-actions">
                            <Button look={Look::Primary} busy={finish.busy} onclick={finish.run.clone()} action="codes-kept">{ text.say("factor-codes-kept") }</Button>
                        </div>
                    </div>
                },
                Stage::Resting | Stage::Removing => html! {
                    <>
                        <p class="muted">{ text.say(if on { "factor-on-about" } else { "factor-off-about" }) }</p>
                        if let Some(failure) = &start.failure { <Failed failure={failure.clone()} small=true /> }
                        <div class="form-actions">
                            if on {
                                <Button icon={Icon::Trash} onclick={to(Stage::Removing)} action="remove-factor">{ text.say("factor-remove") }</Button>
                            } else {
                                <Button look={Look::Primary} icon={Icon::Lock} busy={start.busy} onclick={start.run.clone()} action="start-factor">{ text.say("factor-start") }</Button>
                            }
                        </div>
                    </>
                },
            } }
            if *stage == Stage::Removing {
                <Dialog title={text.say("factor-remove")} onclose={to(Stage::Resting)}>
                    <RemoveForm done={to(Stage::Resting)} />
                </Dialog>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct RemoveFormProps {
    done: Callback<()>,
}

/// Asks for the password, or for a code where there is none here.
#[component]
fn RemoveForm(props: &RemoveFormProps) -> Html {
    let (text, me, account, toast) = (use_text(), use_me(), use_account(), use_toast());
    let given = use_state(String::new);
    let name = if me.has_password { "password" } else { "code" };
    let submit = {
        let (said, done) = (text.say("factor-removed"), props.done.clone());
        use_submit(
            |client, _key, body: RemoveSecondFactor| async move {
                api::security::remove_second_factor(&client, &body).await?;
                api::auth::me(&client).await
            },
            Callback::from(move |me| {
                done.emit(());
                account.update(me);
                toast.emit(said.clone());
            }),
        )
    };
    let onsubmit = {
        let (given, run, local) = (given.clone(), submit.run.clone(), me.has_password);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = Some((*given).clone());
            run.emit(if local {
                RemoveSecondFactor { password: typed, code: None }
            } else {
                RemoveSecondFactor { password: None, code: typed }
            });
        })
    };
    let error = submit.of_field(name);
    let faults = error.clone().map(|message| FieldFault { id: "factor-proof".to_owned(), message });
    let failure = submit.failure.as_ref().filter(|_| faults.is_none());
    let sentence = failure.map(|failure| failure.sentence(&text));
    let oninput = {
        let given = given.setter();
        Callback::from(move |value: String| given.set(value))
    };
    html! {
        <form data-form="remove-factor" {onsubmit} novalidate=true>
            <input type="text" name="username" autocomplete="username" value={me.username.clone()} hidden=true readonly=true />
            <ErrorSummary {sentence} faults={faults.into_iter().collect::<Vec<_>>()} />
            <p>{ text.say("factor-remove-about") }</p>
            if me.has_password {
                <TextInput {name} id="factor-proof" kind="password" label={text.say("password-current")} {error} required=true value={(*given).clone()} {oninput} autocomplete="current-password" autofocus=true />
            } else {
                <TextInput {name} id="factor-proof" label={text.say("sign-in-code")} {error} required=true value={(*given).clone()} {oninput} autocomplete="one-time-code" autofocus=true />
            }
            <div class="form-actions">
                <Button look={Look::Danger} submit=true busy={submit.busy}>{ text.say("factor-remove") }</Button>
                <Button onclick={props.done.clone()}>{ text.say("ui-cancel") }</Button>
            </div>
        </form>
    }
}
