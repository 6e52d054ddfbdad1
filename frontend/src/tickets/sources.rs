//! Lists of the API to choose from: who can be put in charge, and what a ticket can be about.

use crate::api::{self, Answer, Client};
use crate::hooks::{Remote, use_remote};
use crate::order::in_order;
use crate::text::use_text;
use crate::ui::{Choosable, Select, Shelf};
use contract::auth::Role;
use contract::catalog::{CatalogFilter, CatalogItem};
use contract::people::{GroupFilter, PeopleFilter};
use yew::prelude::*;

/// A list to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    Groups {
        level: u8,
    },
    EveryGroup,
    People {
        role: Role,
    },
    /// Whoever can be in charge of a ticket, at any level.
    Desk,
    Providers,
    Services,
    InformationSystems,
    Components,
    Assets,
}

async fn load(client: Client, (source, project): (Source, AttrValue)) -> Answer<Vec<Shelf>> {
    let project = Some(project.to_string()).filter(|project| !project.is_empty());
    let filter = CatalogFilter { project: project.clone() };
    let of_people = GroupFilter { project: project.clone(), inactive: None };
    Ok(match source {
        Source::Groups { level } => {
            let groups = api::people::groups(&client, &of_people).await?.items;
            let fit = groups.into_iter().filter(|group| group.level == level);
            Shelf::plain(fit.map(|group| Choosable::new(group.key, group.name)).collect())
        }
        Source::EveryGroup => {
            let groups = api::people::groups(&client, &of_people).await?.items;
            Shelf::plain(groups.into_iter().map(|group| Choosable::new(group.key, group.name)).collect())
        }
        Source::People { role } => Shelf::plain(people(&client, project, role).await?),
        Source::Desk => {
            let mut all = Vec::new();
            for role in [Role::Agent, Role::Specialist, Role::Provider] {
                all.extend(people(&client, project.clone(), role).await?);
            }
            let mut all = in_order(all, |one, other| one.label.cmp(&other.label));
            all.dedup();
            Shelf::plain(all)
        }
        Source::Providers => {
            let providers = api::people::providers(&client, &of_people).await?.items;
            Shelf::plain(
                providers.into_iter().map(|provider| Choosable::new(provider.key, provider.name)).collect(),
            )
        }
        Source::Services => {
            let services = api::catalog::services(&client, &filter).await?.items;
            Shelf::sorted(
                services
                    .into_iter()
                    .map(|service| (service.category, Choosable::new(service.key, service.name))),
            )
        }
        Source::InformationSystems => {
            shelves(api::catalog::information_systems(&client, &filter).await?.items, false)
        }
        Source::Components => shelves(api::catalog::components(&client, &filter).await?.items, false),
        Source::Assets => shelves(api::catalog::assets(&client, &filter).await?.items, true),
    })
}

async fn people(client: &Client, project: Option<String>, role: Role) -> Answer<Vec<Choosable>> {
    let filter = PeopleFilter { project, role: Some(role), limit: Some(200), ..PeopleFilter::default() };
    let people = api::people::users(client, &filter).await?.items;
    Ok(people.into_iter().map(|person| Choosable::new(person.username, person.display_name)).collect())
}

/// A list of the API, of a project or of the person's first one.
#[hook]
pub(crate) fn use_source(source: Source, project: AttrValue) -> Remote<Vec<Shelf>> {
    use_remote((source, project), load)
}

fn shelves(items: Vec<CatalogItem>, with_tag: bool) -> Vec<Shelf> {
    Shelf::sorted(items.into_iter().map(|item| {
        let label = if with_tag { format!("{} · {}", item.key, item.name) } else { item.name };
        (item.category, Choosable::new(item.key, label))
    }))
}

#[derive(Properties, PartialEq)]
pub(crate) struct SourceSelectProps {
    pub(crate) source: Source,
    /// Key of the project whose list it is.
    pub(crate) project: AttrValue,
    pub(crate) name: AttrValue,
    pub(crate) id: AttrValue,
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) hint: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) error: Option<String>,
    #[prop_or_default]
    pub(crate) required: bool,
    pub(crate) value: AttrValue,
    pub(crate) onchange: Callback<String>,
}

/// A choice from a list of the API. While it loads, or when it cannot be had, nothing but the
/// present value can be chosen, and the hint says why.
#[component]
pub(crate) fn SourceSelect(props: &SourceSelectProps) -> Html {
    let text = use_text();
    let remote = use_source(props.source, props.project.clone());
    let (shelves, hint) = match (&remote.value, &remote.failure) {
        (Some(shelves), _) => ((**shelves).clone(), props.hint.clone()),
        (None, Some(failure)) => (Vec::new(), Some(failure.sentence(&text).into())),
        (None, None) => (Vec::new(), Some(text.say("ui-loading"))),
    };
    let known = shelves.iter().flat_map(|shelf| &shelf.choices).any(|choice| choice.value == props.value);
    let mut shelves = shelves;
    if !known && !props.value.is_empty() {
        shelves.insert(
            0,
            Shelf {
                heading: AttrValue::default(),
                choices: vec![Choosable::new(props.value.clone(), props.value.clone())],
            },
        );
    }
    html! {
        <Select
            name={props.name.clone()}
            id={props.id.clone()}
            label={props.label.clone()}
            {hint}
            error={props.error.clone()}
            required={props.required}
            value={props.value.clone()}
            onchange={props.onchange.clone()}
            none={text.say(if shelves.is_empty() { "ui-none-to-choose" } else { "ui-choose" })}
            {shelves}
        />
    }
}
