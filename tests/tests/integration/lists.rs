//! Lists: every filter, every order, pages that lose and repeat nothing.

use chrono::TimeDelta;
use contract::auth::Role;
use contract::reference::Reference;
use contract::tickets::{Kind, Sort, Status};
use diesel::prelude::*;
use mesa::catalog::{self, NewService};
use mesa::db::schema::users;
use mesa::ids::UserId;
use mesa::{people, projects};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::{Desk, Person, instant};

#[tokio::test]
async fn filters_of_one_name_are_alternatives_and_of_different_names_conditions() {
    let desk = Desk::start().await;
    let plain = desk.ticket_in(Status::Registered).await;
    let big =
        desk.register("requester", json!({"impact": "high", "urgency": "high", "service": "correo"})).await;
    let call = desk
        .register("agent", json!({"kind": "request", "requester": "requester2", "channel": "phone"}))
        .await;
    let taken = desk.ticket_in(Status::InAttention).await;
    let second = desk.ticket_at_level_2().await;
    let third = desk.ticket_at_level_3().await;
    let waiting = desk.ticket_in(Status::InAnalysis).await;
    desk.act("agent", &waiting, "pause", json!({"reason": "parts"})).await;
    let closed = desk.ticket_in(Status::Closed).await;
    let all = [&plain, &big, &call, &taken, &second, &third, &waiting, &closed];
    let but = |without: &[&String]| all.into_iter().filter(|one| !without.contains(one)).collect::<Vec<_>>();
    let agent = desk.sign_in("agent").await;
    for (query, expected) in [
        ("", all.to_vec()),
        ("project=TIC", all.to_vec()),
        ("status=in_attention", vec![&taken]),
        ("status=in_attention&status=closed", vec![&taken, &closed]),
        ("open=true", but(&[&closed])),
        ("open=false", vec![&closed]),
        ("open=true&status=closed", vec![]),
        ("pending=true", vec![&waiting]),
        ("pending=false", but(&[&waiting])),
        ("kind=request", vec![&call]),
        ("kind=request&kind=incident", all.to_vec()),
        ("level=2", vec![&second]),
        ("level=2&level=3", vec![&second, &third]),
        ("assignee=agent", vec![&taken, &waiting, &closed]),
        ("assignee=me", vec![&taken, &waiting, &closed]),
        ("assignee=none", vec![&plain, &big, &call, &second, &third]),
        ("assignee=none&assignee=me", all.to_vec()),
        ("assignee=agent2", vec![]),
        ("group=n2-redes", vec![&second]),
        ("group=none", but(&[&second])),
        ("group=none&group=n2-redes", all.to_vec()),
        ("group=mine", vec![]),
        ("requester=requester2", vec![&call]),
        ("requester=me", vec![]),
        ("requester=requester&requester=requester2", all.to_vec()),
        ("priority=1", vec![&big]),
        ("priority=1&priority=3", all.to_vec()),
        ("channel=phone", vec![&call]),
        ("service=correo", vec![&big]),
        ("kind=incident&level=1&status=registered&assignee=none", vec![&plain, &big]),
        ("requester=requester&open=true&priority=1", vec![&big]),
        ("q=TIC-7", vec![&waiting]),
        ("q=red&level=3", vec![&third]),
        ("attention=met", vec![&taken, &second, &third, &waiting, &closed]),
        ("attention=breached", vec![]),
        ("resolution=met", vec![]),
        ("reopened=true", vec![]),
        ("reopened=false", all.to_vec()),
        ("closure=accepted&closure=rejected", vec![&closed]),
        ("closure=cancelled", vec![]),
        ("resolved_from=2026-11-11T14:00:00Z", vec![&closed]),
        ("resolved_to=2026-11-11T14:00:00Z", vec![]),
        ("surveyed=true", vec![&closed]),
        ("surveyed=false", but(&[&closed])),
        ("satisfied=true", vec![&closed]),
        ("satisfied=false", vec![]),
        ("score=4&score=5", vec![&closed]),
        ("score=5&satisfied=false", vec![]),
        ("surveyed_from=2026-11-11T14:00:00Z&score=5", vec![&closed]),
        ("surveyed_to=2026-11-11T14:00:00Z", vec![]),
    ] {
        assert_lists(&agent, &format!("{query}&sort=registered_at"), &expected).await;
        let counted = agent.get(&format!("/tickets?{query}&count=true&limit=1")).await.ok(200);
        assert_eq!(counted["total"], json!(expected.len()), "?{query} counted");
    }
    let specialist = desk.sign_in("specialist").await;
    assert_lists(&specialist, "group=mine", &[&second]).await;
    let ids = [
        agent.get("/me").await.ok(200)["id"].clone(),
        agent.get("/groups").await.ok(200)["items"][1]["id"].clone(),
    ];
    let (person, group) = (ids[0].as_str().expect("an id"), ids[1].as_str().expect("an id"));
    assert_lists(&agent, &format!("assignee={person}&status=in_attention"), &[&taken]).await;
    assert_lists(&agent, &format!("group={group}"), &[&second]).await;
}

#[tokio::test]
async fn lists_tell_what_runs_short_and_what_ran_out() {
    let desk = Desk::start().await;
    let early = desk.register("requester", json!({})).await;
    desk.clock.advance(TimeDelta::minutes(20));
    let late = desk.register("requester", json!({})).await;
    let agent = desk.sign_in("agent").await;
    for (minutes, warning, breached) in [
        (24, vec![], vec![]),
        (2, vec![&early], vec![]),
        (15, vec![], vec![&early]),
        (7, vec![&late], vec![&early]),
        (30, vec![], vec![&late, &early]),
    ] {
        desk.clock.advance(TimeDelta::minutes(minutes));
        assert_lists(&agent, "sla=warning", &warning).await;
        assert_lists(&agent, "sla=breached", &breached).await;
    }
    // Told or not, the same is listed; and what was late stays so when it has been opened.
    desk.run_jobs().await;
    desk.act("agent", &early, "open", json!({})).await;
    assert_lists(&agent, "sla=breached", &[&late, &early]).await;
    assert_lists(&agent, "sla=warning", &[]).await;
}

#[tokio::test]
async fn a_span_of_registration_has_its_first_instant_and_not_its_last() {
    let desk = Desk::start().await;
    let first = desk.register("requester", json!({})).await;
    desk.clock.advance(TimeDelta::hours(1));
    let second = desk.register("requester", json!({})).await;
    let agent = desk.sign_in("agent").await;
    assert_lists(
        &agent,
        "registered_from=2026-11-11T14:00:00Z&registered_to=2026-11-11T15:00:00Z",
        &[&first],
    )
    .await;
    assert_lists(&agent, "registered_from=2026-11-11T14:00:00.000001Z", &[&second]).await;
    assert_lists(
        &agent,
        "registered_from=2026-11-11T09:00:00-05:00&registered_to=2026-11-11T10:00:00-05:00",
        &[&first],
    )
    .await;
}

#[tokio::test]
async fn hours_and_weekdays_of_registration_are_those_of_bogota() {
    let desk = Desk::start().await;
    let mut registered = Vec::new();
    // Saturday at 23:30, which is Sunday in UTC; Sunday at midnight; Monday shortly before 10:00.
    for at in ["2026-11-15T04:30:00Z", "2026-11-15T05:00:00Z", "2026-11-16T14:59:59.999999Z"] {
        desk.clock.set(instant(at));
        registered.push(desk.register("requester", json!({})).await);
    }
    let [saturday, sunday, monday] = registered.as_slice() else { panic!("three are registered") };
    let agent = desk.sign_in("agent").await;
    for (query, expected) in [
        ("registered_hour=23", vec![saturday]),
        ("registered_hour=0", vec![sunday]),
        ("registered_hour=9", vec![monday]),
        ("registered_hour=10", vec![]),
        ("registered_weekday=6", vec![saturday]),
        ("registered_weekday=7", vec![sunday]),
        ("registered_weekday=1", vec![monday]),
        ("registered_weekday=2", vec![]),
        ("registered_hour=9&registered_weekday=1", vec![monday]),
        ("registered_hour=9&registered_weekday=7", vec![]),
        ("registered_hour=0&registered_to=2026-11-15T05:00:00Z", vec![]),
        ("q=red&registered_hour=23", vec![saturday]),
    ] {
        assert_lists(&agent, query, &expected).await;
        let counted = agent.get(&format!("/tickets?{query}&count=true&limit=1")).await.ok(200);
        assert_eq!(counted["total"], json!(expected.len()), "?{query} counted");
    }
}

#[tokio::test]
async fn every_order_is_kept_and_its_reverse_is_the_reverse() {
    let desk = Desk::start().await;
    for (number, impact) in ["high", "low", "medium", "high", "low"].into_iter().enumerate() {
        let kind = if number % 2 == 0 { "request" } else { "incident" };
        desk.register("requester", json!({"kind": kind, "impact": impact, "urgency": impact})).await;
        desk.clock.advance(TimeDelta::minutes(i64::try_from(number).expect("few")));
    }
    desk.act("agent", "TIC-2", "open", json!({})).await;
    let agent = desk.sign_in("agent").await;
    for (sort, key) in [
        ("registered_at", "/registered_at"),
        ("updated_at", "/updated_at"),
        ("attention_due_at", "/sla/attention/due_at"),
        ("priority", "/priority"),
    ] {
        let rows = |page: Value| page["items"].as_array().expect("items").clone();
        let ascending = rows(agent.get(&format!("/tickets?sort={sort}")).await.ok(200));
        let mut descending = rows(agent.get(&format!("/tickets?sort=-{sort}")).await.ok(200));
        descending.reverse();
        assert_eq!(ascending, descending, "{sort}");
        let keys: Vec<String> =
            ascending.iter().map(|row| row.pointer(key).expect("a key").to_string()).collect();
        assert!(keys.is_sorted(), "{sort}: {keys:?}");
    }
    let newest = numbers(&agent, "").await;
    assert_eq!(newest[0], "TIC-5", "newest first unless asked otherwise");
}

#[tokio::test]
async fn pages_show_every_row_once_though_keys_are_equal_and_rows_come_in_between() {
    let desk = Desk::start().await;
    // All at the same instant and of the same priority: every key is equal.
    for _ in 0..23 {
        desk.register("requester", json!({})).await;
    }
    let agent = desk.sign_in("agent").await;
    let before: BTreeSet<String> = numbers(&agent, "limit=200").await.into_iter().collect();
    assert_eq!(before.len(), 23);
    for sort in Sort::ALL {
        let mut seen = Vec::new();
        let mut path = format!("/tickets?sort={sort}&limit=5");
        loop {
            let page = agent.get(&path).await.ok(200);
            seen.extend(
                page["items"]
                    .as_array()
                    .expect("items")
                    .iter()
                    .map(|row| row["number"].as_str().expect("a number").to_owned()),
            );
            desk.register("requester", json!({})).await;
            let Some(cursor) = page["next_cursor"].as_str() else { break };
            path = format!("/tickets?sort={sort}&limit=5&cursor={cursor}");
        }
        let once: BTreeSet<String> = seen.iter().cloned().collect();
        assert_eq!(once.len(), seen.len(), "{sort} repeats a row");
        assert!(before.is_subset(&once), "{sort} loses a row");
    }
}

#[tokio::test]
async fn a_page_links_to_the_next_with_the_rest_of_the_question() {
    let desk = Desk::start().await;
    for number in 0..5 {
        let impact = if number == 2 { "low" } else { "high" };
        desk.register("requester", json!({"impact": impact})).await;
    }
    let agent = desk.sign_in("agent").await;
    let asked = "/tickets?priority=2&priority=3&q=sin%20red&sort=registered_at&limit=2";
    let first = agent.get(asked).await;
    let link = first.header("link").expect("there is a next page").to_owned();
    let next = link.strip_prefix('<').and_then(|link| link.strip_suffix(">; rel=\"next\""));
    let next = next.unwrap_or_else(|| panic!("{link} is no link to the next page"));
    let cursor = first.body["next_cursor"].as_str().expect("a cursor");
    assert_eq!(
        next,
        format!("/api/v1/tickets?priority=2&priority=3&q=sin+red&sort=registered_at&limit=2&cursor={cursor}")
    );
    let second = agent.get(next).await;
    assert_eq!(second.body, agent.get(&format!("{asked}&cursor={cursor}")).await.ok(200));
    assert_eq!(second.header("link"), None, "the last page");
    let events = agent.get("/tickets/TIC-1/events?limit=1").await;
    assert_eq!(events.header("link"), None);
}

#[tokio::test]
async fn an_unsound_question_is_refused_field_by_field() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    for (query, fault) in [
        ("limit=0", "limit: range"),
        ("limit=201", "limit: range"),
        ("limit=many", "limit: type"),
        ("cursor=made-up", "cursor: cursor"),
        ("status=lost", "status[0]: word"),
        ("sort=subject", "sort: word"),
        ("colour=red", "colour: unknown_field"),
        ("assignee=nobody-here", "assignee: unknown_reference"),
        ("requester=nobody-here", "requester: unknown_reference"),
        ("group=nowhere", "group: unknown_reference"),
        ("service=nothing", "service: unknown_reference"),
        ("project=NONE", "project: unknown_reference"),
        ("registered_from=yesterday", "registered_from: type"),
        ("registered_hour=24", "registered_hour: range"),
        ("registered_hour=-1", "registered_hour: type"),
        ("registered_weekday=0", "registered_weekday: range"),
        ("registered_weekday=8", "registered_weekday: range"),
        ("q=%00", ": nul"),
    ] {
        assert_eq!(agent.get(&format!("/tickets?{query}")).await.faults(), [fault], "?{query}");
    }
    let long = "x".repeat(201);
    assert_eq!(agent.get(&format!("/tickets?q={long}")).await.faults(), ["q: length"]);
    agent.get("/tickets?limit=200").await.expect_status(200);
}

#[tokio::test]
async fn a_timeline_comes_in_pages_too() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::Closed).await;
    let agent = desk.sign_in("agent").await;
    let whole = desk.events("agent", &number).await;
    let mut seen = Vec::new();
    let mut path = format!("/tickets/{number}/events?limit=2");
    loop {
        let page = agent.get(&path).await.ok(200);
        seen.extend(page["items"].as_array().expect("items").clone());
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("/tickets/{number}/events?limit=2&cursor={cursor}");
    }
    assert_eq!(seen, whole);
    let answer = agent.get(&format!("/tickets/{number}/events?cursor=x")).await;
    assert_eq!(answer.faults(), ["cursor: cursor"]);
}

#[tokio::test]
async fn a_key_that_several_projects_have_stands_for_all_of_them() {
    let desk = Desk::start().await;
    desk.app
        .db
        .write(|connection| {
            let other = projects::find(connection, &Reference::from("OTR"))?.expect("it is there").id;
            let agent = users::table.filter(users::username.eq("agent"));
            let id: UserId = agent.select(users::id).first(connection)?;
            people::grant(connection, id, other, Role::Agent)?;
            let (key, name) = ("correo", "Correo");
            let (category, description) = ("General", "El de esta dependencia.");
            let correo = NewService {
                key,
                name,
                category,
                description,
                kind: Kind::Request,
                needs_authorisation: false,
            };
            catalog::create_service(connection, other, &correo)
        })
        .await
        .expect("a role of another project");
    let here = desk.register("requester", json!({"project": "TIC", "service": "correo"})).await;
    let there = desk.register("stranger", json!({"project": "OTR", "service": "correo"})).await;
    let agent = desk.sign_in("agent").await;
    assert_lists(&agent, "service=correo&sort=registered_at", &[&here, &there]).await;
    assert_lists(&agent, "service=correo&project=OTR", &[&there]).await;
    assert_lists(&agent, "service=correo&project=TIC", &[&here]).await;
    let nowhere = agent.get("/tickets?service=nomina&project=TIC").await;
    assert_eq!(nowhere.faults(), ["service: unknown_reference"]);
}

/// Fails unless a list shows these tickets in this order.
async fn assert_lists(person: &Person, query: &str, expected: &[&String]) {
    let seen = numbers(person, query).await;
    assert_eq!(seen.iter().collect::<Vec<_>>(), expected, "?{query}");
}

/// The numbers of a list, in its order.
async fn numbers(person: &Person, query: &str) -> Vec<String> {
    let page = person.get(&format!("/tickets?{query}")).await.ok(200);
    let items = page["items"].as_array().expect("items");
    items.iter().map(|row| row["number"].as_str().expect("a number").to_owned()).collect()
}
