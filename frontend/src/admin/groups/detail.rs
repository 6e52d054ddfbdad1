//! A group: its name and level, who is in it, whether it is in use.

use super::new::Levels;
use super::on_call::OnCall;
use crate::admin::fields::{FaultList, Line, use_faults, use_saved, use_written};
use crate::admin::head::Head;
use crate::admin::people::MemberPicker;
use crate::api;
use crate::hooks::{use_remote, use_submit};
use crate::route::{AdminRoute, Route};
use crate::text::use_text;
use crate::ui::{Badge, Button, Failed, Icon, Link, Look, Shape, Tone, avatar, draw, href, use_ready};
use contract::people::{GroupDetail, GroupMember, SetMembers, UpdateGroup};
use std::rc::Rc;
use web_sys::SubmitEvent;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::admin) struct GroupPageProps {
    pub(in crate::admin) group: AttrValue,
}

/// The page of a group.
#[component]
pub(in crate::admin) fn GroupPage(props: &GroupPageProps) -> Html {
    let text = use_text();
    let detail =
        use_remote(
            props.group.clone(),
            |client, group| async move { api::admin::group(&client, &group).await },
        );
    use_ready(!detail.is_loading());
    let name = detail.value.as_ref().map_or_else(AttrValue::default, |found| found.group.name.clone().into());
    html! {
        <div class="stack">
            <Head title={if name.is_empty() { text.say("admin-group") } else { name }} back={(AdminRoute::Groups, text.say("admin-groups"))}>
                if let Some(found) = &detail.value { <InUse detail={found.clone()} onchange={detail.put.clone()} /> }
            </Head>
            { draw(&detail, Shape::Cards(2), |found| html! {
                <div class="admin-columns">
                    <Settings detail={found.clone()} onchange={detail.put.clone()} />
                    <Members detail={found.clone()} onchange={detail.put.clone()} />
                    <OnCall detail={found.clone()} />
                </div>
            }) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct DetailProps {
    detail: Rc<GroupDetail>,
    onchange: Callback<GroupDetail>,
}

/// Whether tickets may be put in its charge.
#[component]
fn InUse(props: &DetailProps) -> Html {
    let text = use_text();
    let saved = use_saved(props.onchange.clone());
    let active = props.detail.group.active;
    let submit = {
        let (id, version) = (props.detail.group.id.to_string(), props.detail.version);
        use_submit(
            move |client, _key, active: bool| {
                let id = id.clone();
                let body = UpdateGroup { active: Some(active), ..UpdateGroup::default() };
                async move { api::admin::update_group(&client, &id, &body, version).await }
            },
            saved,
        )
    };
    let run = submit.run.reform(move |()| !active);
    html! {
        <>
            if let Some(failure) = &submit.failure { <Failed failure={failure.clone()} small=true /> }
            if active {
                <Button look={Look::Danger} icon={Icon::Ban} busy={submit.busy} onclick={run} action="end-use">{ text.say("admin-end-use") }</Button>
            } else {
                <Button look={Look::Primary} icon={Icon::PlayerPlay} busy={submit.busy} onclick={run} action="begin-use">{ text.say("admin-begin-use") }</Button>
            }
        </>
    }
}

/// Name, level, company.
#[component]
fn Settings(props: &DetailProps) -> Html {
    let text = use_text();
    let saved = use_saved(props.onchange.clone());
    let detail = &props.detail;
    let written = use_written(|| fields(detail));
    {
        let written = written.clone();
        use_effect_with(detail.clone(), move |detail| written.put(fields(detail)));
    }
    let submit = {
        let (id, version) = (detail.group.id.to_string(), detail.version);
        use_submit(
            move |client, _key, body: UpdateGroup| {
                let id = id.clone();
                async move { api::admin::update_group(&client, &id, &body, version).await }
            },
            saved,
        )
    };
    let faults = use_faults(submit.failure.as_ref());
    let onsubmit = {
        let (written, run, detail) = (written.clone(), submit.run.clone(), detail.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let group = &detail.group;
            let level = written.get("level").parse::<u8>().ok();
            let company = written.given("provider").filter(|_| level == Some(3));
            let present = group.provider.as_ref().map(|provider| provider.key.clone());
            run.emit(UpdateGroup {
                name: Some(written.given("name").unwrap_or_default()).filter(|name| *name != group.name),
                level: level.filter(|level| *level != group.level),
                provider: Some(company)
                    .filter(|company| *company != present)
                    .map(|company| company.map(|company| company.as_str().into())),
                active: None,
            });
        })
    };
    let queue = format!("{}?group={}&open=true", href(&Route::Queue), detail.group.id);
    html! {
        <section class="panel" aria-labelledby="group-title">
            <h2 id="group-title" class="section-title">{ text.say("admin-details") }</h2>
            <form data-form="group" {onsubmit} novalidate=true>
                <FaultList faults={faults.clone()} form="group" />
                <dl class="facts">
                    <dt>{ text.say("fact-project") }</dt><dd>{ &detail.project.name }</dd>
                    <dt>{ text.say("admin-key") }</dt><dd><code>{ &detail.group.key }</code></dd>
                    <dt>{ text.say("admin-in-charge") }</dt>
                    <dd>
                        if detail.open_tickets > 0 {
                            <Link to={queue}>{ text.fill("admin-open-tickets", &[("count", detail.open_tickets.into())]) }</Link>
                        } else { { text.say("admin-nothing-open") } }
                    </dd>
                </dl>
                <Line form="group" name="name" label={text.say("admin-group-name")} required=true written={written.clone()} faults={faults.clone()} />
                <Levels written={written.clone()} project={detail.project.key.clone()} error={faults.at("provider")} />
                <div class="form-actions"><Button look={Look::Primary} submit=true busy={submit.busy}>{ text.say("ui-save") }</Button></div>
            </form>
        </section>
    }
}

fn fields(detail: &GroupDetail) -> [(&'static str, String); 3] {
    let group = &detail.group;
    [
        ("name", group.name.clone()),
        ("level", group.level.to_string()),
        ("provider", group.provider.as_ref().map(|provider| provider.key.clone()).unwrap_or_default()),
    ]
}

/// Who is in it; each change is sent at once.
#[component]
fn Members(props: &DetailProps) -> Html {
    let text = use_text();
    let detail = &props.detail;
    let submit = {
        let (id, version) = (detail.group.id.to_string(), detail.version);
        use_submit(
            move |client, _key, members: Vec<String>| {
                let id = id.clone();
                let members = members.iter().map(|member| member.as_str().into()).collect();
                async move { api::admin::set_members(&client, &id, &SetMembers { members }, version).await }
            },
            props.onchange.clone(),
        )
    };
    let faults = use_faults(submit.failure.as_ref());
    let present: Vec<String> = detail.members.iter().map(|member| member.username.clone()).collect();
    let add = {
        let (run, present) = (submit.run.clone(), present.clone());
        Callback::from(move |(username, _): (String, String)| {
            if !username.is_empty() {
                run.emit(present.iter().cloned().chain([username]).collect());
            }
        })
    };
    let remove = |member: &GroupMember| {
        let rest: Vec<String> =
            present.iter().filter(|username| **username != member.username).cloned().collect();
        submit.run.reform(move |()| rest.clone())
    };
    let fault = faults.at("members");
    html! {
        <section class="panel" aria-labelledby="members-title" data-form="members">
            <h2 id="members-title" class="section-title">{ text.fill("admin-members", &[("count", detail.members.len().into())]) }</h2>
            if let Some(failure) = submit.failure.as_ref().filter(|_| fault.is_none()) { <Failed failure={failure.clone()} small=true /> }
            <MemberPicker id="members-person" label={text.say("admin-add-member")} project={detail.project.key.clone()} without={present.clone()} onchoose={add} error={fault} />
            if detail.members.is_empty() { <p class="muted">{ text.say("admin-no-members") }</p> }
            <ul class="admin-members">
                { for detail.members.iter().map(|member| html! {
                    <li key={member.id.to_string()}>
                        { avatar(&member.display_name) }
                        <span class="admin-lines">
                            <Link to={href(&AdminRoute::Person { user: member.username.clone() })} class="admin-link">{ &member.display_name }</Link>
                            <span class="muted small admin-username">{ &member.username }</span>
                        </span>
                        if !member.active { <Badge tone={Tone::Neutral}>{ text.say("admin-inactive") }</Badge> }
                        <Button look={Look::Quiet} small=true icon={Icon::X} name={text.fill("ui-remove", &[("what", (&member.display_name).into())])} busy={submit.busy} onclick={remove(member)} />
                    </li>
                }) }
            </ul>
        </section>
    }
}
