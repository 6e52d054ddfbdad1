//! What both forms of a source have: its name, in whose name it registers, and what its cases have from it.

use super::severities::Severities;
use crate::admin::fields::{Faults, Line, Written};
use crate::admin::people::MemberPicker;
use crate::api;
use crate::hooks::use_remote;
use crate::text::use_text;
use crate::ui::{Choosable, Select, Shelf};
use contract::catalog::CatalogFilter;
use contract::inbound::{InboundChannel, SeverityRule};
use contract::people::GroupFilter;
use yew::prelude::*;

/// Somebody who is chosen: a user name or id, and the name people read.
pub(super) type Chosen = (String, String);

#[derive(Properties, PartialEq)]
pub(super) struct SettingsProps {
    /// Key of the project.
    pub(super) project: AttrValue,
    pub(super) channel: InboundChannel,
    /// Of the fields `name`, `service`, `group` and `flap_minutes`.
    pub(super) written: Written,
    pub(super) faults: Faults,
    pub(super) registrar: Chosen,
    pub(super) onregistrar: Callback<Chosen>,
    pub(super) severities: Vec<SeverityRule>,
    pub(super) onseverities: Callback<Vec<SeverityRule>>,
}

/// The fields.
#[component]
pub(super) fn Settings(props: &SettingsProps) -> Html {
    let text = use_text();
    let (written, faults) = (&props.written, &props.faults);
    let services = use_remote(props.project.clone(), |client, project| async move {
        let filter = CatalogFilter { project: Some(project.to_string()) };
        Ok(api::catalog::services(&client, &filter).await?.items)
    });
    let groups = use_remote(props.project.clone(), |client, project| async move {
        let filter = GroupFilter { project: Some(project.to_string()), inactive: None };
        Ok(api::people::groups(&client, &filter).await?.items)
    });
    let services = services.value.as_deref().cloned().unwrap_or_default();
    let groups = groups.value.as_deref().cloned().unwrap_or_default();
    let services = services.into_iter().map(|service| Choosable::new(service.key, service.name)).collect();
    let groups = groups.into_iter().filter(|group| group.level == 1);
    let groups = groups.map(|group| Choosable::new(group.key, group.name)).collect();
    html! {
        <>
            <Line form="source" name="name" label={text.say("admin-source-name")} required=true written={written.clone()} faults={faults.clone()} />
            <MemberPicker id="source-registrar" label={text.say("admin-source-registrar")} project={props.project.clone()} shown={props.registrar.1.clone()} onchoose={props.onregistrar.clone()} error={faults.at("registrar")} />
            <Select name="service" id="source-service" label={text.say("fact-service")} none={text.say("admin-source-no-service")} shelves={Shelf::plain(services)}
                value={written.get("service")} onchange={written.set("service")} error={faults.at("service")} />
            <Select name="group" id="source-group" label={text.say("fact-group")} hint={text.say("admin-source-group-hint")} none={text.say("admin-source-no-group")} shelves={Shelf::plain(groups)}
                value={written.get("group")} onchange={written.set("group")} error={faults.at("group")} />
            if props.channel == InboundChannel::Monitoring {
                <Line form="source" name="flap_minutes" label={text.say("admin-source-flap")} hint={text.say("admin-source-flap-hint")} required=true kind="number" max=1440 written={written.clone()} faults={faults.clone()} />
                <Severities rules={props.severities.clone()} onchange={props.onseverities.clone()} error={faults.at("severities")} />
            }
        </>
    }
}
