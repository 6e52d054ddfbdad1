//! The dialog of a new stakeholder, or of one there is.

use crate::admin::fields::{FaultList, Line, Written, use_faults, use_written};
use crate::admin::people::MemberPicker;
use crate::api;
use crate::hooks::{use_remote, use_submit};
use crate::text::use_text;
use crate::ui::{Button, Checks, Choice, Choices, Choosable, Confirm, Dialog, Icon, Look, Select, Shelf};
use contract::catalog::CatalogFilter;
use contract::stakeholders::{CreateStakeholder, Degree, Occasion, Stakeholder, UpdateStakeholder};
use web_sys::SubmitEvent;
use yew::prelude::*;

/// What the dialog is open for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Asked {
    New,
    Edit(Box<Stakeholder>),
}

/// What the choice between a person and an area says.
const PERSON: &str = "person";
const AREA: &str = "area";

/// Who a stakeholder is, as people read it.
pub(super) fn who(known: &Stakeholder) -> String {
    let person = known.person.as_ref().map(|person| person.display_name.clone());
    person.or_else(|| known.area.clone()).unwrap_or_default()
}

#[derive(Properties, PartialEq)]
pub(super) struct EditProps {
    pub(super) asked: Asked,
    /// Key of the project.
    pub(super) project: AttrValue,
    pub(super) onclose: Callback<()>,
    pub(super) done: Callback<()>,
}

/// What is sent.
enum Sent {
    New(CreateStakeholder),
    Change(UpdateStakeholder),
    Remove,
}

/// What the fields say that both have.
struct Said {
    service: Option<String>,
    interest: Degree,
    influence: Degree,
    told_of: Vec<Occasion>,
    from_priority: Option<u8>,
}

impl Said {
    fn read(written: &Written, told: &[AttrValue]) -> Self {
        let degree = |name: &str| written.get(name).parse().unwrap_or(Degree::Medium);
        Self {
            service: written.given("service"),
            interest: degree("interest"),
            influence: degree("influence"),
            told_of: told.iter().filter_map(|word| word.parse().ok()).collect(),
            from_priority: written.get("from_priority").parse().ok(),
        }
    }
}

/// The dialog.
#[component]
pub(super) fn Edit(props: &EditProps) -> Html {
    let text = use_text();
    let present = if let Asked::Edit(known) = &props.asked { Some(known.clone()) } else { None };
    let written = {
        let known = present.as_ref();
        let service = known.and_then(|known| known.service.as_ref()).map(|service| service.key.clone());
        let degree = |degree: Option<Degree>| degree.unwrap_or(Degree::Medium).as_str().to_owned();
        let fields = [
            ("who", PERSON.to_owned()),
            ("service", service.unwrap_or_default()),
            ("interest", degree(known.map(|known| known.interest))),
            ("influence", degree(known.map(|known| known.influence))),
            ("from_priority", known.map_or(1, |known| known.from_priority).to_string()),
        ];
        use_written(|| fields)
    };
    let told = {
        let known = present.as_ref().map_or(Occasion::ALL, |known| known.told_of.as_slice());
        let words: Vec<AttrValue> = known.iter().map(|occasion| AttrValue::from(occasion.as_str())).collect();
        use_state(|| words)
    };
    let person = use_state(<(String, String)>::default);
    let submit = {
        let present = present.clone();
        use_submit(
            move |client, key, sent: Sent| {
                let present = present.clone();
                async move {
                    match (sent, present) {
                        (Sent::New(body), _) => {
                            api::stakeholders::create(&client, &body, &key).await.map(drop)
                        }
                        (Sent::Change(body), Some(known)) => {
                            api::stakeholders::update(&client, &known, &body).await.map(drop)
                        }
                        (Sent::Remove, Some(known)) => api::stakeholders::remove(&client, &known).await,
                        (Sent::Change(_) | Sent::Remove, None) => Ok(()),
                    }
                }
            },
            props.done.clone(),
        )
    };
    let faults = use_faults(submit.failure.as_ref());
    let onsubmit = {
        let (written, told, person) = (written.clone(), told.clone(), person.clone());
        let (run, project, is_new) = (submit.run.clone(), props.project.clone(), present.is_none());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Said { service, interest, influence, told_of, from_priority } = Said::read(&written, &told);
            let service = service.map(|service| service.as_str().into());
            let is_person = written.get("who") == PERSON;
            run.emit(if is_new {
                Sent::New(CreateStakeholder {
                    project: project.as_str().into(),
                    service,
                    person: Some(person.0.as_str())
                        .filter(|name| is_person && !name.is_empty())
                        .map(Into::into),
                    area: (!is_person).then(|| written.get("area").trim().to_owned()),
                    interest,
                    influence,
                    told_of: Some(told_of),
                    from_priority,
                })
            } else {
                Sent::Change(UpdateStakeholder {
                    service: Some(service),
                    interest: Some(interest),
                    influence: Some(influence),
                    told_of: Some(told_of),
                    from_priority,
                })
            });
        })
    };
    let onchoose = {
        let person = person.setter();
        Callback::from(move |chosen| person.set(chosen))
    };
    let ontold = {
        let told = told.setter();
        Callback::from(move |values| told.set(values))
    };
    let asked = use_state(|| false);
    let ask = |on: bool| {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(on))
    };
    if let Some(known) = present.as_ref().filter(|_| *asked) {
        return html! {
            <Confirm
                title={text.say("admin-remove-stakeholder")}
                about={text.fill("admin-remove-stakeholder-about", &[("who", who(known).into())])}
                label={text.say("admin-remove-stakeholder")}
                onclose={ask(false)}
                onconfirm={submit.run.reform(|()| Sent::Remove)}
            />
        };
    }
    let title = match &present {
        Some(known) => who(known).into(),
        None => text.say("admin-new-stakeholder"),
    };
    let choice =
        |value: &'static str, label: &str| Choice { value: value.into(), label: text.say(label), hint: None };
    let occasions = Occasion::ALL.iter().map(|occasion| Choice {
        value: occasion.as_str().into(),
        label: text.word(*occasion),
        hint: None,
    });
    html! {
        <Dialog {title} onclose={props.onclose.clone()}>
            <form data-form="stakeholder" {onsubmit} novalidate=true>
                <FaultList faults={faults.clone()} form="stakeholder" />
                if present.is_none() {
                    <Choices name="who" id="stakeholder-who" label={text.say("admin-stakeholder-who")} value={written.get("who")} onchange={written.set("who")}
                        choices={vec![choice(PERSON, "admin-stakeholder-person"), choice(AREA, "admin-stakeholder-area")]} />
                    if written.get("who") == PERSON {
                        <MemberPicker id="stakeholder-person" label={text.say("admin-stakeholder-person")} project={props.project.clone()} shown={person.1.clone()} {onchoose} error={faults.at("person")} />
                    } else {
                        <Line form="stakeholder" name="area" label={text.say("admin-stakeholder-area")} hint={text.say("admin-stakeholder-area-hint")} required=true written={written.clone()} faults={faults.clone()} />
                    }
                }
                <Fields project={props.project.clone()} written={written.clone()} service_error={faults.at("service")} priority_error={faults.at("from_priority")} />
                <Checks name="told_of" id="stakeholder-told_of" label={text.say("admin-told-of")} hint={text.say("admin-told-of-hint")} error={faults.at("told_of")}
                    values={(*told).clone()} onchange={ontold} choices={occasions.collect::<Vec<_>>()} />
                <div class="form-actions">
                    <Button look={Look::Primary} submit=true busy={submit.busy}>{ text.say("ui-save") }</Button>
                    if present.is_some() {
                        <Button look={Look::Danger} icon={Icon::Trash} busy={submit.busy} onclick={ask(true)} action="remove-stakeholder">{ text.say("admin-remove-stakeholder") }</Button>
                    }
                    <Button look={Look::Quiet} onclick={props.onclose.clone()}>{ text.say("ui-cancel") }</Button>
                </div>
            </form>
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct FieldsProps {
    project: AttrValue,
    written: Written,
    service_error: Option<String>,
    priority_error: Option<String>,
}

/// What is chosen from lists.
#[component]
fn Fields(props: &FieldsProps) -> Html {
    let text = use_text();
    let written = &props.written;
    let services = use_remote(props.project.clone(), |client, project| async move {
        let filter = CatalogFilter { project: Some(project.to_string()) };
        Ok(api::catalog::services(&client, &filter).await?.items)
    });
    let services = services.value.as_deref().cloned().unwrap_or_default();
    let services = services.into_iter().map(|service| Choosable::new(service.key, service.name)).collect();
    let degrees: Vec<Choosable> =
        Degree::ALL.iter().map(|degree| Choosable::new(degree.as_str(), text.word(*degree))).collect();
    let priorities = (1..=5_u8).map(|priority| {
        let name = text.say(&format!("priority-{priority}"));
        Choosable::new(priority.to_string(), format!("{priority} · {name}"))
    });
    html! {
        <>
            <Select name="service" id="stakeholder-service" label={text.say("fact-service")} none={text.say("admin-whole-project")} shelves={Shelf::plain(services)}
                value={written.get("service")} onchange={written.set("service")} error={props.service_error.clone()} />
            <div class="form-columns">
                <Select name="interest" id="stakeholder-interest" label={text.say("admin-interest")} required=true shelves={Shelf::plain(degrees.clone())}
                    value={written.get("interest")} onchange={written.set("interest")} />
                <Select name="influence" id="stakeholder-influence" label={text.say("admin-influence")} required=true shelves={Shelf::plain(degrees)}
                    value={written.get("influence")} onchange={written.set("influence")} />
            </div>
            <Select name="from_priority" id="stakeholder-from_priority" label={text.say("admin-from-priority")} hint={text.say("admin-from-priority-hint")} required=true
                shelves={Shelf::plain(priorities.collect())} value={written.get("from_priority")} onchange={written.set("from_priority")} error={props.priority_error.clone()} />
        </>
    }
}
