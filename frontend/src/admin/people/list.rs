//! The list of accounts: searched and narrowed by what stands in the address.

use crate::admin::head::{Head, ProjectSelect, use_asked};
use crate::api;
use crate::hooks::{use_debounced, use_remote};
use crate::route::AdminRoute;
use crate::text::{Text, use_text};
use crate::ui::{
    Badge, Button, Choosable, Column, DataRow, DataTable, Empty, Icon, Link, Pager, Select, Shape, Shelf,
    Tone, avatar, draw, glyph, go, href, use_ready,
};
use contract::auth::{Membership, Role, UserKind};
use contract::people::{PeopleFilter, PeopleScope, Person};
use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew_router::prelude::*;

const ROWS: u16 = 50;

/// The address of the list for a filter.
fn address(filter: &PeopleFilter) -> AttrValue {
    let query = serde_html_form::to_string(filter).unwrap_or_default();
    let path = href(&AdminRoute::People);
    if query.is_empty() { path } else { format!("{path}?{query}").into() }
}

/// The accounts.
#[component]
pub(in crate::admin) fn PeoplePage() -> Html {
    let text = use_text();
    let navigator = use_navigator().expect("the console is drawn inside the router");
    let filter: PeopleFilter = use_asked();
    let people = use_remote(filter.clone(), |client, filter| async move {
        let (scope, limit, count) = (Some(PeopleScope::Desk), Some(ROWS), Some(true));
        api::people::users(&client, &PeopleFilter { scope, limit, count, ..filter }).await
    });
    use_ready(!people.is_loading());
    let show = {
        let navigator = navigator.clone();
        Callback::from(move |filter: PeopleFilter| go(&navigator, &address(&filter)))
    };
    let to_page = |cursor: Option<String>| {
        let (show, filter) = (show.clone(), PeopleFilter { cursor, ..filter.clone() });
        Callback::from(move |()| show.emit(filter.clone()))
    };
    let narrowed = PeopleFilter { cursor: None, ..filter.clone() } != PeopleFilter::default();
    let clear = {
        let show = show.clone();
        Callback::from(move |()| show.emit(PeopleFilter::default()))
    };
    html! {
        <div class="stack">
            <Head title={text.say("admin-people")} about={text.say("admin-people-about")}>
                <Link to={href(&AdminRoute::Import)} class="btn btn-plain">{ glyph(Icon::Upload) }{ text.say("admin-import") }</Link>
                <Link to={href(&AdminRoute::NewPerson)} class="btn btn-primary">{ glyph(Icon::Plus) }{ text.say("admin-new-person") }</Link>
            </Head>
            <Narrow filter={filter.clone()} onchange={show.clone()} />
            { draw(&people, Shape::Rows(8), |page| if page.items.is_empty() {
                html! {
                    <Empty icon={Icon::Users} title={text.say("admin-people-none")} body={text.say("admin-people-none-body")}>
                        if narrowed { <Button icon={Icon::X} onclick={clear}>{ text.say("filter-clear") }</Button> }
                    </Empty>
                }
            } else {
                html! {
                    <>
                        <DataTable label={text.say("admin-people")} columns={columns(&text)} rows={page.items.iter().map(|person| row(person, &text)).collect::<Vec<_>>()} />
                        <Pager
                            shown={page.items.len()}
                            total={page.total}
                            first={filter.cursor.as_ref().map(|_| to_page(None))}
                            next={page.next_cursor.clone().map(|next| to_page(Some(next)))}
                        />
                    </>
                }
            }) }
        </div>
    }
}

fn columns(text: &Text) -> Vec<Column> {
    [("name", "admin-name"), ("contact", "admin-contact"), ("roles", "admin-roles"), ("state", "admin-state")]
        .map(|(key, label)| Column::new(key, text.say(label)))
        .to_vec()
}

fn row(person: &Person, text: &Text) -> DataRow {
    let to = href(&AdminRoute::Person { user: person.username.clone() });
    let memberships = person.memberships.as_deref().unwrap_or_default();
    DataRow {
        key: person.id.to_string().into(),
        name: person.display_name.clone().into(),
        cells: vec![
            html! {
                <span class="who admin-who">
                    { avatar(&person.display_name) }
                    <span>
                        <Link {to} class="admin-link">{ &person.display_name }</Link>
                        <span class="muted small admin-username">{ &person.username }</span>
                        if person.kind == UserKind::Service { <Badge tone={Tone::Calm}>{ text.word(person.kind) }</Badge> }
                    </span>
                </span>
            },
            html! {
                <span class="admin-lines">
                    if let Some(email) = &person.email { <span>{ email }</span> }
                    if let Some(area) = &person.area { <span class="muted small">{ area }</span> }
                </span>
            },
            html! { <span class="admin-lines">{ for memberships.iter().map(|membership| roles(membership, memberships.len() > 1, text)) }</span> },
            state(person.active, text),
        ],
    }
}

/// The roles in a project, which is named when there are several.
fn roles(membership: &Membership, several: bool, text: &Text) -> Html {
    html! {
        <span class="admin-roles">
            if several { <span class="muted small">{ &membership.project.key }</span> }
            { for membership.roles.iter().map(|role| html! { <Badge tone={tone(*role)}>{ text.word(*role) }</Badge> }) }
        </span>
    }
}

/// How much a role may do, as a colour.
pub(super) fn tone(role: Role) -> Tone {
    match role {
        Role::Requester => Tone::Neutral,
        Role::Agent | Role::Specialist => Tone::Brand,
        Role::Provider => Tone::Calm,
        Role::Supervisor => Tone::Good,
        Role::Admin => Tone::Warn,
    }
}

/// Whether an account may sign in.
pub(super) fn state(active: bool, text: &Text) -> Html {
    let (tone, key) = if active { (Tone::Good, "admin-active") } else { (Tone::Neutral, "admin-inactive") };
    html! { <Badge {tone}>{ text.say(key) }</Badge> }
}

#[derive(Properties, PartialEq)]
struct NarrowProps {
    filter: PeopleFilter,
    onchange: Callback<PeopleFilter>,
}

/// What narrows the list.
#[component]
fn Narrow(props: &NarrowProps) -> Html {
    let text = use_text();
    let filter = &props.filter;
    let typed = use_state(|| filter.q.clone().unwrap_or_default());
    let rested = use_debounced((*typed).clone());
    // What was last asked for: the address says something else when one goes back.
    let sent = use_mut_ref(|| filter.q.clone());
    {
        let (filter, onchange, sent) = (filter.clone(), props.onchange.clone(), sent.clone());
        use_effect_with(rested, move |rested| {
            let wanted = Some(rested.trim().to_owned()).filter(|words| !words.is_empty());
            if wanted != filter.q {
                sent.borrow_mut().clone_from(&wanted);
                onchange.emit(PeopleFilter { q: wanted, cursor: None, ..filter });
            }
        });
    }
    {
        let typed = typed.setter();
        use_effect_with(filter.q.clone(), move |q| {
            if *sent.borrow() != *q {
                sent.borrow_mut().clone_from(q);
                typed.set(q.clone().unwrap_or_default());
            }
        });
    }
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let change = |with: fn(PeopleFilter, Option<String>) -> PeopleFilter| {
        let (filter, onchange) = (PeopleFilter { cursor: None, ..filter.clone() }, props.onchange.clone());
        Callback::from(move |value: String| {
            onchange.emit(with(filter.clone(), Some(value).filter(|value| !value.is_empty())));
        })
    };
    let roles = Role::ALL.iter().map(|role| Choosable::new(role.as_str(), text.word(*role))).collect();
    let kinds = UserKind::ALL.iter().map(|kind| Choosable::new(kind.as_str(), text.word(*kind))).collect();
    let states = [("true", "admin-active-many"), ("false", "admin-inactive-many")]
        .map(|(value, key)| Choosable::new(value, text.say(key)))
        .to_vec();
    html! {
        <div class="admin-filters" role="search">
            <div class="field">
                <label class="field-label" for="people-search">{ text.say("admin-search") }</label>
                <div class="search">
                    { glyph(Icon::Search) }
                    <input id="people-search" type="search" class="form-control" name="q" maxlength="100" autocomplete="off" value={(*typed).clone()} placeholder={text.say("admin-search-example")} {oninput} />
                </div>
            </div>
            <Select name="role" id="people-role" label={text.say("admin-role")} required=true none={text.say("admin-any")}
                shelves={Shelf::plain(roles)} value={filter.role.map(Role::as_str).unwrap_or_default()}
                onchange={change(|filter, value| PeopleFilter { role: value.and_then(|role| role.parse().ok()), ..filter })} />
            <Select name="active" id="people-active" label={text.say("admin-state")} required=true none={text.say("admin-any")}
                shelves={Shelf::plain(states)} value={filter.active.map(|active| active.to_string()).unwrap_or_default()}
                onchange={change(|filter, value| PeopleFilter { active: value.map(|value| value == "true"), ..filter })} />
            <Select name="kind" id="people-kind" label={text.say("admin-kind")} required=true none={text.say("admin-any")}
                shelves={Shelf::plain(kinds)} value={filter.kind.map(UserKind::as_str).unwrap_or_default()}
                onchange={change(|filter, value| PeopleFilter { kind: value.and_then(|kind| kind.parse().ok()), ..filter })} />
            <ProjectSelect id="people-project" value={filter.project.clone().unwrap_or_default()} all={text.say("admin-any")}
                onchange={change(|filter, project| PeopleFilter { project, ..filter })} />
        </div>
    }
}
