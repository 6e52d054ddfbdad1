//! One entry in full, with what it changed; from it the list is narrowed to what is like it.

use super::filters::Asked;
use super::page::object;
use crate::text::{Text, use_text};
use crate::ui::{Badge, Button, Drawer, Icon, Moment, Tone};
use contract::audit::{AuditChanges, AuditEntry};
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// An operation: the method as a mark, the path as code; a word of the log's own in words.
pub(super) fn operation(name: &str, text: &Text) -> Html {
    if let Some((method, path)) = name.split_once(' ') {
        return html! {
            <span class="audit-operation"><Badge tone={tone(method)}>{ method }</Badge><code>{ object(path) }</code></span>
        };
    }
    let key = format!("audit-word-{name}");
    let word = if text.has(&key) { text.say(&key) } else { name.to_owned().into() };
    html! { <span class="audit-operation"><Badge tone={Tone::Neutral}>{ word }</Badge></span> }
}

fn tone(method: &str) -> Tone {
    match method {
        "POST" => Tone::Brand,
        "PATCH" | "PUT" => Tone::Warn,
        "DELETE" => Tone::Bad,
        _ => Tone::Neutral,
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct EntryDrawerProps {
    pub(super) entry: Rc<AuditEntry>,
    pub(super) onclose: Callback<()>,
    /// Another list is asked for.
    pub(super) onchange: Callback<Asked>,
}

/// The drawer.
#[component]
pub(super) fn EntryDrawer(props: &EntryDrawerProps) -> Html {
    let text = use_text();
    let entry = &props.entry;
    let narrow = |asked: Asked| props.onchange.reform(move |()| asked.clone());
    let actor = entry.actor.as_ref().map(|person| {
        let asked = Asked { actor: Some(person.id.to_string()), ..Asked::default() };
        html! { <Button small=true icon={Icon::Filter} onclick={narrow(asked)}>{ text.say("audit-same-actor") }</Button> }
    });
    let same_operation = Asked { operation: Some(entry.operation.clone()), ..Asked::default() };
    let same_object = Asked { object: Some(entry.object.clone()), ..Asked::default() };
    html! {
        <Drawer title={text.say("audit-entry")} onclose={props.onclose.clone()}>
            <dl class="audit-facts">
                <dt>{ text.say("audit-at") }</dt><dd>{ text.date_in_full(entry.at) }{ " · " }<Moment at={entry.at} /></dd>
                <dt>{ text.say("audit-actor") }</dt>
                <dd>{ entry.actor.as_ref().map_or_else(|| text.say("audit-nobody"), |person| person.display_name.clone().into()) }</dd>
                if let Some(admin) = &entry.impersonator {
                    <dt>{ text.say("audit-impersonator") }</dt><dd>{ &admin.display_name }</dd>
                }
                <dt>{ text.say("audit-operation") }</dt><dd>{ operation(&entry.operation, &text) }</dd>
                <dt>{ text.say("audit-object") }</dt><dd class="audit-object">{ object(&entry.object) }</dd>
                if let Some(project) = &entry.project { <dt>{ text.say("fact-project") }</dt><dd>{ &project.name }</dd> }
                if let Some(address) = &entry.address { <dt>{ text.say("audit-address") }</dt><dd>{ address }</dd> }
                if let Some(key) = &entry.api_key { <dt>{ text.say("audit-api-key") }</dt><dd class="audit-object">{ key.to_string() }</dd> }
                <dt>{ text.say("audit-request") }</dt><dd class="audit-object">{ &entry.request_id }</dd>
            </dl>
            if let Some(changes) = &entry.changes { { table(changes, &text) } }
            <div class="form-actions">
                { actor.unwrap_or_default() }
                <Button small=true icon={Icon::Filter} onclick={narrow(same_operation)}>{ text.say("audit-same-operation") }</Button>
                <Button small=true icon={Icon::Filter} onclick={narrow(same_object)}>{ text.say("audit-same-object") }</Button>
            </div>
        </Drawer>
    }
}

/// What was before and what is after, field by field.
fn table(changes: &AuditChanges, text: &Text) -> Html {
    let rows = differing(changes);
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <section class="audit-changes" aria-labelledby="changes-title">
            <h3 id="changes-title">{ text.say("audit-changes") }</h3>
            <table>
                <thead><tr><th scope="col">{ text.say("audit-field") }</th><th scope="col">{ text.say("audit-before") }</th><th scope="col">{ text.say("audit-after") }</th></tr></thead>
                <tbody>
                    { for rows.into_iter().map(|(field, before, after)| html! {
                        <tr>
                            <th scope="row">{ field }</th>
                            <td><del>{ before.unwrap_or_default() }</del></td>
                            <td><ins>{ after.unwrap_or_default() }</ins></td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </section>
    }
}

/// Each field with what it was and what it is, as far as it was and is.
fn differing(changes: &AuditChanges) -> Vec<(String, Option<String>, Option<String>)> {
    let (before, after) = (members(&changes.before), members(&changes.after));
    let fields: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let rows = fields.into_iter().map(|field| {
        (field.clone(), before.get(field).and_then(written), after.get(field).and_then(written))
    });
    rows.filter(|(_, before, after)| before.is_some() || after.is_some()).collect()
}

/// The members of an object; anything else is one member without a name.
fn members(value: &Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members.clone(),
        Value::Null => Map::new(),
        other => Map::from_iter([(String::new(), other.clone())]),
    }
}

/// A value as people read it: things by their names.
fn written(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Array(items) => {
            let parts: Vec<String> = items.iter().filter_map(written).collect();
            Some(parts.join(", "))
        }
        Value::Object(members) => {
            let named = ["display_name", "name"].into_iter().find_map(|key| members.get(key)?.as_str());
            Some(named.map_or_else(|| value.to_string(), str::to_owned))
        }
        other => Some(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn fields_stand_side_by_side_and_things_are_named() {
        let changes = AuditChanges {
            before: json!({"name": "Redes", "provider": null}),
            after: json!({"name": "Redes y telefonía", "provider": {"id": "1", "key": "r", "name": "Redes SAS"}}),
        };
        let row = |field: &str, before: Option<&str>, after: &str| {
            (field.to_owned(), before.map(str::to_owned), Some(after.to_owned()))
        };
        assert_eq!(
            differing(&changes),
            [row("name", Some("Redes"), "Redes y telefonía"), row("provider", None, "Redes SAS")]
        );
    }

    #[test]
    fn what_was_made_has_no_before() {
        let changes = AuditChanges { before: Value::Null, after: json!(["lgarcia", "jperez"]) };
        assert_eq!(differing(&changes), [(String::new(), None, Some("lgarcia, jperez".to_owned()))]);
    }
}
