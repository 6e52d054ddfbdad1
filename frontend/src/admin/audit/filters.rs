//! What narrows the log: days as people count them, in Bogotá.

use super::page::page;
use crate::admin::fields::use_written;
use crate::session::use_me;
use crate::text::{at_bogota, use_text};
use crate::ui::{Button, Choosable, Icon, Look, Select, Shelf, TextInput};
use chrono::{DateTime, Days, NaiveDate, Utc};
use contract::audit::AuditFilter;
use contract::rfc3339::Rfc3339;
use serde::{Deserialize, Serialize};
use web_sys::SubmitEvent;
use yew::prelude::*;

/// The query of the page's address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) actor: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) project: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) operation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) object: Option<String>,
    /// The first day.
    #[serde(with = "contract::rfc3339::optional", skip_serializing_if = "Option::is_none")]
    pub(super) from: Option<NaiveDate>,
    /// The last day.
    #[serde(with = "contract::rfc3339::optional", skip_serializing_if = "Option::is_none")]
    pub(super) to: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cursor: Option<String>,
}

impl Asked {
    /// What an address says; nothing when it cannot be read.
    pub(super) fn of(query: &str) -> Self {
        serde_html_form::from_str(query.trim_start_matches('?')).unwrap_or_default()
    }

    /// The address that says it.
    pub(super) fn address(&self) -> AttrValue {
        let query = serde_html_form::to_string(self).unwrap_or_default();
        if query.is_empty() { page() } else { format!("{}?{query}", page()).into() }
    }

    /// What to ask the server for.
    pub(super) fn filter(&self, limit: Option<u16>) -> AuditFilter {
        let midnight = |day: NaiveDate| -> Option<DateTime<Utc>> { at_bogota(&format!("{day}T00:00")) };
        AuditFilter {
            actor: self.actor.clone(),
            project: self.project.clone(),
            operation: self.operation.clone(),
            object: self.object.clone(),
            from: self.from.and_then(midnight),
            until: self.to.and_then(|day| day.checked_add_days(Days::new(1))).and_then(midnight),
            limit,
            cursor: self.cursor.clone(),
        }
    }

    fn is_narrow(&self) -> bool {
        Self { cursor: None, ..self.clone() } != Self::default()
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct FiltersProps {
    pub(super) asked: Asked,
    pub(super) onchange: Callback<Asked>,
}

/// The form above the list.
#[component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let (text, me) = (use_text(), use_me());
    let asked = &props.asked;
    let written = use_written(|| {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        [
            ("actor", asked.actor.clone().unwrap_or_default()),
            ("project", asked.project.clone().unwrap_or_default()),
            ("operation", asked.operation.clone().unwrap_or_default()),
            ("object", asked.object.clone().unwrap_or_default()),
            ("from", day(asked.from)),
            ("to", day(asked.to)),
        ]
    });
    let onsubmit = {
        let (written, onchange) = (written.clone(), props.onchange.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            onchange.emit(Asked {
                actor: written.given("actor"),
                project: written.given("project"),
                operation: written.given("operation"),
                object: written.given("object"),
                from: NaiveDate::read(&written.get("from")).ok(),
                to: NaiveDate::read(&written.get("to")).ok(),
                cursor: None,
            });
        })
    };
    let clear = props.onchange.reform(|()| Asked::default());
    let line = |name: &'static str, label: &str, kind: &'static str| {
        html! {
            <TextInput {name} id={format!("audit-{name}")} label={text.say(label)} required=true {kind} maxlength="500" value={written.get(name)} oninput={written.set(name)} />
        }
    };
    let projects = me
        .memberships
        .iter()
        .map(|membership| Choosable::new(membership.project.key.clone(), membership.project.name.clone()));
    html! {
        <form class="admin-filters" role="search" data-form="audit" {onsubmit} novalidate=true>
            { line("actor", "audit-actor-name", "text") }
            { line("operation", "audit-operation", "text") }
            { line("object", "audit-object", "text") }
            { line("from", "supervision-from", "date") }
            { line("to", "supervision-to", "date") }
            if me.memberships.len() > 1 {
                <Select name="project" id="audit-project" label={text.say("fact-project")} required=true none={text.say("admin-any")} shelves={Shelf::plain(projects.collect())} value={written.get("project")} onchange={written.set("project")} />
            }
            <div class="admin-filters-send">
                <Button submit=true icon={Icon::Search}>{ text.say("audit-search") }</Button>
                if asked.is_narrow() { <Button look={Look::Quiet} icon={Icon::X} onclick={clear}>{ text.say("filter-clear") }</Button> }
            </div>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_bogota_and_the_last_one_counts() {
        let asked = Asked::of("from=2026-11-10&to=2026-11-11&actor=agent&other=1");
        assert_eq!(asked.actor.as_deref(), Some("agent"));
        let filter = asked.filter(None);
        let written = |at: Option<DateTime<Utc>>| at.map(|at| at.to_rfc3339()).unwrap();
        assert_eq!(written(filter.from), "2026-11-10T05:00:00+00:00");
        assert_eq!(written(filter.until), "2026-11-12T05:00:00+00:00");
        assert!(asked.is_narrow() && !Asked { cursor: Some("x".to_owned()), ..Asked::default() }.is_narrow());
    }
}
