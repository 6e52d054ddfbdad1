//! The form of a new webhook, and then its secret.

use super::events::{Wanted, WantedFields};
use crate::admin::fields::{FaultList, Line, use_faults, use_written};
use crate::admin::head::{Head, ProjectSelect, chosen};
use crate::admin::shown_once::ShownOnce;
use crate::api;
use crate::hooks::use_submit;
use crate::route::AdminRoute;
use crate::session::use_me;
use crate::text::use_text;
use crate::ui::{Button, Link, Look, go, href, use_ready};
use contract::webhooks::{CreateWebhook, EventType, NewWebhook};
use web_sys::SubmitEvent;
use yew::prelude::*;
use yew_router::prelude::*;

/// The form.
#[component]
pub(in crate::admin) fn NewWebhookPage() -> Html {
    let (text, me) = (use_text(), use_me());
    let navigator = use_navigator().expect("the console is drawn inside the router");
    use_ready(true);
    let project = use_state(|| chosen(&me, None));
    let written = use_written(|| [("description", String::new())]);
    let wanted = use_state(|| Wanted {
        events: vec![EventType::Registered, EventType::Resolved, EventType::Closed],
        ..Wanted::default()
    });
    let made = use_state(|| None::<NewWebhook>);
    let submit = {
        let made = made.setter();
        use_submit(
            |client, key, body: CreateWebhook| async move { api::webhooks::create(&client, &body, &key).await },
            Callback::from(move |new: NewWebhook| made.set(Some(new))),
        )
    };
    let faults = use_faults(submit.failure.as_ref());
    let onsubmit = {
        let (written, run, project) = (written.clone(), submit.run.clone(), project.clone());
        let wanted = wanted.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Wanted { events, internal, confidential } = (*wanted).clone();
            run.emit(CreateWebhook {
                project: project.as_str().into(),
                description: written.get("description").trim().to_owned(),
                url: written.get("url").trim().to_owned(),
                events,
                internal,
                confidential,
            });
        })
    };
    let choose_project = {
        let project = project.setter();
        Callback::from(move |key| project.set(key))
    };
    let choose_wanted = {
        let wanted = wanted.setter();
        Callback::from(move |chosen| wanted.set(chosen))
    };
    if let Some(new) = &*made {
        let onkept = {
            let to = href(&AdminRoute::Webhook { webhook: new.webhook.id.to_string() });
            Callback::from(move |()| go(&navigator, &to))
        };
        return html! {
            <div class="stack narrow-form">
                <Head title={new.webhook.description.clone()} back={(AdminRoute::Webhooks, text.say("admin-webhooks"))} />
                <div class="panel"><ShownOnce secret={new.secret.clone()} {onkept} /></div>
            </div>
        };
    }
    html! {
        <div class="stack narrow-form">
            <Head title={text.say("webhook-new")} back={(AdminRoute::Webhooks, text.say("admin-webhooks"))} />
            <form class="panel" data-form="webhook" {onsubmit} novalidate=true>
                <FaultList faults={faults.clone()} form="webhook" />
                <ProjectSelect id="webhook-project" value={(*project).clone()} onchange={choose_project} />
                <Line form="webhook" name="description" label={text.say("webhook-description")} hint={text.say("webhook-description-hint")} required=true max=200 written={written.clone()} faults={faults.clone()} />
                <Line form="webhook" name="url" label={text.say("webhook-url")} hint={text.say("webhook-url-hint")} required=true max=2000 kind="url" written={written.clone()} faults={faults.clone()} />
                <WantedFields wanted={(*wanted).clone()} onchange={choose_wanted} error={faults.at("events")} />
                <div class="form-actions">
                    <Button look={Look::Primary} submit=true busy={submit.busy}>{ text.say("webhook-make") }</Button>
                    <Link to={href(&AdminRoute::Webhooks)} class="btn btn-plain">{ text.say("ui-cancel") }</Link>
                </div>
            </form>
        </div>
    }
}
