//! Who of a group is on call: they alone get letters of urgent work outside service hours.

use crate::admin::fields::{FaultList, use_faults};
use crate::api;
use crate::hooks::{use_remote, use_submit};
use crate::text::use_text;
use crate::ui::{
    Button, Choosable, DateTimeInput, Failed, Icon, Look, Moment, Select, Shape, Shelf, draw, use_toast,
};
use chrono::{DateTime, Utc};
use contract::people::{CreateOnCall, GroupDetail};
use std::rc::Rc;
use web_sys::SubmitEvent;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct OnCallProps {
    pub(super) detail: Rc<GroupDetail>,
}

/// Who is on call now and later, and the form that puts somebody there.
#[component]
pub(super) fn OnCall(props: &OnCallProps) -> Html {
    let (text, toast) = (use_text(), use_toast());
    let id = props.detail.group.id.to_string();
    let times = use_remote(id.clone(), |client, id| async move { api::admin::on_call(&client, &id).await });
    let said = {
        let (reload, said) = (times.reload.clone(), text.say("admin-saved"));
        Callback::from(move |()| {
            reload.emit(());
            toast.emit(said.clone());
        })
    };
    let remove = use_submit(
        move |client, _key, time: String| {
            let id = id.clone();
            async move { api::admin::take_off_call(&client, &id, &time).await }
        },
        said.clone(),
    );
    html! {
        <section class="panel" aria-labelledby="on-call-title" data-part="on-call">
            <h2 id="on-call-title" class="section-title">{ text.say("admin-on-call") }</h2>
            <p class="muted">{ text.say("admin-on-call-about") }</p>
            if let Some(failure) = &remove.failure { <Failed failure={failure.clone()} small=true /> }
            { draw(&times, Shape::Rows(2), |times| html! {
                <>
                    if times.is_empty() { <p class="muted">{ text.say("admin-on-call-none") }</p> }
                    <ul class="admin-members">
                        { for times.iter().map(|time| {
                            let id = time.id.to_string();
                            let name = time.person.display_name.as_str();
                            html! {
                                <li key={id.clone()}>
                                    <span class="admin-lines">
                                        <strong>{ &time.person.display_name }</strong>
                                        <span class="muted small"><Moment at={time.from} absolute=true />{ " – " }<Moment at={time.until} absolute=true /></span>
                                    </span>
                                    <Button look={Look::Quiet} small=true icon={Icon::X} name={text.fill("ui-remove", &[("what", name.into())])} busy={remove.busy} onclick={remove.run.reform(move |()| id.clone())} action="take-off-call" />
                                </li>
                            }
                        }) }
                    </ul>
                </>
            }) }
            <NewTime detail={props.detail.clone()} done={said} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct NewTimeProps {
    detail: Rc<GroupDetail>,
    done: Callback<()>,
}

/// Who, from when, until when.
#[component]
fn NewTime(props: &NewTimeProps) -> Html {
    let text = use_text();
    let person = use_state(String::new);
    let (from, until) = (use_state(|| None::<DateTime<Utc>>), use_state(|| None::<DateTime<Utc>>));
    let incomplete = use_state(|| false);
    let submit = {
        let (id, done) = (props.detail.group.id.to_string(), props.done.clone());
        use_submit(
            move |client, key, body: CreateOnCall| {
                let id = id.clone();
                async move { api::admin::put_on_call(&client, &id, &body, &key).await }
            },
            done.reform(|_| ()),
        )
    };
    let faults = use_faults(submit.failure.as_ref());
    let onsubmit = {
        let (person, from, until, incomplete) = ((*person).clone(), *from, *until, incomplete.setter());
        let run = submit.run.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match (from, until) {
                (Some(from), Some(until)) if !person.is_empty() => {
                    incomplete.set(false);
                    run.emit(CreateOnCall { person: person.as_str().into(), from, until });
                }
                _ => incomplete.set(true),
            }
        })
    };
    let choose = {
        let person = person.setter();
        Callback::from(move |username: String| person.set(username))
    };
    let keep = |state: &UseStateHandle<Option<DateTime<Utc>>>| {
        let state = state.setter();
        Callback::from(move |at: Option<DateTime<Utc>>| state.set(at))
    };
    let members = props.detail.members.iter().filter(|member| member.active);
    let members =
        members.map(|member| Choosable::new(member.username.clone(), member.display_name.clone())).collect();
    let missing = |empty: bool| (*incomplete && empty).then(|| text.say("admin-on-call-missing").to_string());
    html! {
        <form data-form="on-call" {onsubmit} novalidate=true>
            <FaultList faults={faults.clone()} form="on-call" />
            <Select name="person" id="on-call-person" label={text.say("admin-on-call-person")} required=true value={(*person).clone()} onchange={choose} none={text.say("admin-on-call-choose")} shelves={Shelf::plain(members)} error={faults.at("person").or_else(|| missing(person.is_empty()))} />
            <div class="form-columns">
                <DateTimeInput name="from" id="on-call-from" label={text.say("admin-on-call-from")} required=true value={*from} onchange={keep(&from)} time="17:00" error={faults.at("from").or_else(|| missing(from.is_none()))} />
                <DateTimeInput name="until" id="on-call-until" label={text.say("admin-on-call-until")} required=true value={*until} onchange={keep(&until)} time="07:30" error={faults.at("until").or_else(|| missing(until.is_none()))} />
            </div>
            <div class="form-actions"><Button icon={Icon::Plus} submit=true busy={submit.busy}>{ text.say("admin-on-call-add") }</Button></div>
        </form>
    }
}
