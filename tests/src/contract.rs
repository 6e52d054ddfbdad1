//! Every answer of every test is checked against the contract: its status must be declared for
//! the operation, its type too, and its body must fit the schema, with no field unheard of.

use crate::person::Answer;
use jsonschema::{Draft, Validator};
use reqwest::Method;
use reqwest::header::CONTENT_TYPE;
use serde_json::{Map, Value, json};
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// One operation of the contract.
#[derive(Clone, Debug)]
pub struct Operation {
    /// `GET`, `POST`, …
    pub method: String,
    /// Its path, with `{…}` for what varies.
    pub path: String,
    /// What the contract says of it.
    pub stated: Value,
}

impl Operation {
    /// Method and path, as in `POST /api/v1/tickets`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    fn literal_segments(&self) -> usize {
        self.path.split('/').filter(|segment| !segment.starts_with('{')).count()
    }

    fn is_at(&self, path: &str) -> bool {
        let (known, asked): (Vec<_>, Vec<_>) = (self.path.split('/').collect(), path.split('/').collect());
        known.len() == asked.len()
            && known.iter().zip(asked).all(|(known, asked)| known.starts_with('{') || *known == asked)
    }
}

/// The contract as the server serves it.
pub static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::to_value(mesa::http::docs::document()).expect("the contract is JSON"));

/// Every operation of the contract.
pub static OPERATIONS: LazyLock<Vec<Operation>> = LazyLock::new(|| {
    let paths = DOCUMENT["paths"].as_object().expect("the contract has paths");
    let of_path = |(path, item): (&String, &Value)| {
        let methods = item.as_object().expect("a path has operations").iter();
        let operation = |(method, stated): (&String, &Value)| Operation {
            method: method.to_uppercase(),
            path: path.clone(),
            stated: stated.clone(),
        };
        methods.map(operation).collect::<Vec<_>>()
    };
    paths.iter().flat_map(of_path).collect()
});

/// The operation that a request asks for, if the contract knows the path and the method.
#[must_use]
pub fn operation(method: &str, path: &str) -> Option<&'static Operation> {
    let path = path.split('?').next().unwrap_or(path);
    let fitting = OPERATIONS.iter().filter(|operation| operation.is_at(path));
    // A literal path is meant before one with a variable in its place.
    let literal = fitting.clone().map(Operation::literal_segments).max()?;
    fitting.filter(|operation| operation.literal_segments() == literal).find(|known| known.method == method)
}

/// Fails when an answer is not one that the contract declares.
pub fn check(method: &Method, path: &str, answer: &Answer) {
    let status = answer.status.as_u16();
    let Some(operation) = operation(method.as_str(), path) else {
        // No operation: outside the API anything, within it a refusal.
        if path.starts_with("/api/v1/") {
            assert!(matches!(status, 400 | 404 | 405 | 422), "{}: {status} for no operation", answer.asked);
            fits("Problem", &json!({"$ref": "#/components/schemas/Problem"}), answer);
        }
        return;
    };
    let name = operation.name();
    let declared = &operation.stated["responses"][status.to_string()];
    assert!(
        declared.is_object(),
        "{name} answered {status}, which openapi.json does not declare for it: {}",
        answer.text()
    );
    let content = declared["content"].as_object();
    let Some(content) = content.filter(|content| !content.is_empty()) else {
        assert!(answer.bytes.is_empty(), "{name} answered {status} with a body that is not declared");
        return;
    };
    let sent_type = answer.header(CONTENT_TYPE.as_str()).unwrap_or_default();
    let essence = sent_type.split(';').next().unwrap_or_default().trim();
    let Some(media) = content.get(essence) else {
        panic!("{name} answered {status} as {sent_type:?}; declared are {:?}", content.keys());
    };
    for header in declared["headers"].as_object().into_iter().flat_map(Map::keys) {
        // The last page has no next one.
        let expected = header != "Link" || answer.body["next_cursor"].is_string();
        assert_eq!(answer.header(header).is_some(), expected, "{name} answered {status}: {header}");
    }
    if essence.ends_with("json") {
        fits(&format!("{name} {status}"), &media["schema"], answer);
    }
}

static VALIDATORS: LazyLock<Mutex<HashMap<String, Arc<Validator>>>> = LazyLock::new(Mutex::default);

fn fits(name: &str, schema: &Value, answer: &Answer) {
    let validator = {
        let mut known = VALIDATORS.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(known.entry(name.to_owned()).or_insert_with(|| Arc::new(compile(schema))))
    };
    let body: Value = serde_json::from_slice(&answer.bytes)
        .unwrap_or_else(|error| panic!("{name}: the body is no JSON ({error}): {}", answer.text()));
    let faults: Vec<String> =
        validator.iter_errors(&body).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(faults.is_empty(), "{name}: the body is not what openapi.json says: {faults:#?}\n{body:#}");
}

/// The schema beside the components it refers to, all of them closed.
fn compile(schema: &Value) -> Validator {
    let mut whole = schema.clone();
    whole["components"] = DOCUMENT["components"].clone();
    let mut parts = BTreeSet::new();
    find_parts(&whole, &mut parts);
    close(&mut whole, &parts, false);
    jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(true)
        .build(&whole)
        .unwrap_or_else(|error| panic!("openapi.json has a schema that is none: {error}"))
}

/// Closes every object to fields that it does not name, so that the server sends nothing that the
/// contract does not tell. What others are made of (`parts`) stays open: the whole is closed.
fn close(schema: &mut Value, parts: &BTreeSet<String>, part: bool) {
    match schema {
        Value::Object(members) => {
            for (name, member) in members.iter_mut() {
                if name == "allOf" {
                    member.as_array_mut().into_iter().flatten().for_each(|one| close(one, parts, true));
                } else {
                    close(member, parts, parts.contains(name));
                }
            }
            let names_fields =
                members.contains_key("allOf") || members.get("properties").is_some_and(Value::is_object);
            if names_fields && !part {
                members.insert("unevaluatedProperties".to_owned(), json!(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| close(item, parts, false)),
        _ => {}
    }
}

/// The components that an `allOf` refers to.
fn find_parts(value: &Value, parts: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for part in members.get("allOf").and_then(Value::as_array).into_iter().flatten() {
                if let Some(name) = part["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
                    parts.insert(name.to_owned());
                }
            }
            members.values().for_each(|member| find_parts(member, parts));
        }
        Value::Array(items) => items.iter().for_each(|item| find_parts(item, parts)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use reqwest::StatusCode;
    use reqwest::header::{HeaderMap, HeaderValue};

    fn answered(status: u16, body: &Value) -> Answer {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        Answer {
            asked: "GET /api/v1/projects".to_owned(),
            status: StatusCode::from_u16(status).expect("a status"),
            headers,
            body: body.clone(),
            bytes: body.to_string().into_bytes(),
        }
    }

    fn project(differing: &Value) -> Value {
        let mut project = json!({"id": "019a8f2e-7c1b-7e60-9f44-0b7f5d9f2a11", "key": "TIC", "name": "TIC",
            "time_zone": "America/Bogota", "roles": ["agent"]});
        project.as_object_mut().expect("an object").extend(differing.as_object().expect("an object").clone());
        json!({"items": [project], "next_cursor": null})
    }

    #[test]
    fn a_declared_answer_passes() {
        check(&Method::GET, "/api/v1/projects", &answered(200, &project(&json!({}))));
    }

    #[test]
    #[should_panic(expected = "which openapi.json does not declare")]
    fn an_undeclared_status_does_not() {
        check(&Method::GET, "/api/v1/projects", &answered(418, &json!({})));
    }

    #[test]
    #[should_panic(expected = "is not what openapi.json says")]
    fn nor_does_a_word_that_is_none() {
        check(&Method::GET, "/api/v1/projects", &answered(200, &project(&json!({"roles": ["king"]}))));
    }

    #[test]
    #[should_panic(expected = "is not what openapi.json says")]
    fn nor_does_a_field_unheard_of() {
        check(&Method::GET, "/api/v1/projects", &answered(200, &project(&json!({"secret": 1}))));
    }

    #[test]
    #[should_panic(expected = "is not what openapi.json says")]
    fn nor_does_an_id_that_is_none() {
        check(&Method::GET, "/api/v1/projects", &answered(200, &project(&json!({"id": "TIC"}))));
    }
}
