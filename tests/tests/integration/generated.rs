//! What is written from the code is what is committed; what is committed is what is served.

use serde_json::{Value, json};
use std::path::Path;
use tests::Desk;
use tests::contract::{DOCUMENT, OPERATIONS};

#[test]
fn the_contract_and_the_reference_pages_are_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let stale = mesa::reference::write(&root, true).expect("the project can be read");
    assert!(stale.is_empty(), "run `make gen` and commit {stale:?}");
}

#[tokio::test]
async fn the_contract_is_served_as_it_is_committed_and_can_be_browsed() {
    let desk = Desk::start().await;
    let nobody = desk.nobody();
    let served = nobody.get("/api/openapi.json").await.ok(200);
    let committed = include_str!("../../../openapi/openapi.json");
    assert_eq!(served, serde_json::from_str::<Value>(committed).expect("JSON"));
    assert_eq!(served["openapi"].as_str().map(|version| &version[..3]), Some("3.1"));
    let page = nobody.get("/api/docs/").await;
    page.expect_status(200);
    assert!(page.text().contains("swagger-ui"));
    let problems = nobody.get("/api/problems").await;
    problems.expect_status(200);
    for (code, _) in mesa::http::problem_codes() {
        assert!(problems.text().contains(&format!("id=\"{code}\"")), "{code}");
    }
}

#[test]
fn every_operation_says_what_it_does_with_an_example_that_fits() {
    for operation in OPERATIONS.iter() {
        let name = operation.name();
        let stated = &operation.stated;
        assert!(
            stated["summary"].as_str().is_some_and(|summary| !summary.is_empty()),
            "{name} has no summary"
        );
        assert!(stated["operationId"].is_string(), "{name} has no id");
        let Some(schema) = stated["requestBody"].pointer("/content/application~1json/schema") else {
            continue;
        };
        let body = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()).expect("a named body");
        let whole = &DOCUMENT["components"]["schemas"][body];
        let example = whole.get("example").or_else(|| whole["examples"].get(0));
        let example = example.unwrap_or_else(|| panic!("{name}: {body} has no example"));
        let mut schema = whole.clone();
        schema["components"] = DOCUMENT["components"].clone();
        let faults = jsonschema::validator_for(&schema)
            .expect("a schema")
            .validate(example)
            .map_err(|e| e.to_string());
        assert_eq!(faults, Ok(()), "{name}: the example of {body} does not fit it");
    }
}

#[tokio::test]
async fn the_process_says_how_it_is() {
    let desk = Desk::with(|config| config.metrics_token = Some("a-token".to_owned().into())).await;
    let nobody = desk.nobody();
    assert_eq!(nobody.get("/healthz").await.ok(200), json!({"status": "ok"}));
    assert_eq!(nobody.get("/readyz").await.ok(200), json!({"status": "ready"}));
    nobody.get("/metrics").await.expect_status(404);
    nobody.clone().with_token("another").get("/metrics").await.expect_status(404);
    let metrics = nobody.with_token("a-token").get("/metrics").await;
    metrics.expect_status(200);
    assert!(metrics.text().contains(
        "mesa_http_request_duration_seconds_count{method=\"GET\",route=\"/healthz\",status=\"200\"} 1"
    ));
}
