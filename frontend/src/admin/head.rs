//! What the pages of the administration have on top, and what several of them choose from.

use crate::route::AdminRoute;
use crate::session::use_me;
use crate::text::use_text;
use crate::ui::{Choosable, Icon, Link, PageTitle, Select, Shelf, glyph, href};
use contract::auth::{Me, Role};
use contract::reference::NamedRef;
use serde::de::DeserializeOwned;
use yew::prelude::*;
use yew_router::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct HeadProps {
    pub(super) title: AttrValue,
    /// What the page is about, in a line.
    #[prop_or_default]
    pub(super) about: Option<AttrValue>,
    /// The list that the page belongs to, and what it is called.
    #[prop_or_default]
    pub(super) back: Option<(AdminRoute, AttrValue)>,
    /// What can be done here.
    #[prop_or_default]
    pub(super) children: Html,
}

/// Title and tools.
#[component]
pub(super) fn Head(props: &HeadProps) -> Html {
    html! {
        <>
            if let Some((route, name)) = &props.back {
                <Link to={href(route)} class="back">{ glyph(Icon::ArrowLeft) }{ name }</Link>
            }
            <div class="section-head admin-head">
                <div>
                    <PageTitle title={props.title.clone()} />
                    if let Some(about) = &props.about { <p class="muted queue-about">{ about }</p> }
                </div>
                <div class="admin-tools">{ props.children.clone() }</div>
            </div>
        </>
    }
}

/// The projects that a person administers.
pub(super) fn administered(me: &Me) -> Vec<NamedRef> {
    let own = me.memberships.iter().filter(|membership| membership.roles.contains(&Role::Admin));
    own.map(|membership| membership.project.clone()).collect()
}

#[derive(Properties, PartialEq)]
pub(super) struct ProjectSelectProps {
    pub(super) id: AttrValue,
    /// Key of the project that is chosen; the first when empty, unless there is a word for all.
    pub(super) value: AttrValue,
    pub(super) onchange: Callback<String>,
    /// What stands for all of them.
    #[prop_or_default]
    pub(super) all: Option<AttrValue>,
    #[prop_or_default]
    pub(super) error: Option<String>,
}

/// A choice of one of the projects that the person administers; nothing when there is only one.
#[component]
pub(super) fn ProjectSelect(props: &ProjectSelectProps) -> Html {
    let (text, me) = (use_text(), use_me());
    let own = administered(&me);
    if own.len() < 2 {
        return Html::default();
    }
    let choices = own.into_iter().map(|project| Choosable::new(project.key, project.name)).collect();
    html! {
        <Select name="project" id={props.id.clone()} label={text.say("fact-project")} required=true none={props.all.clone()}
            shelves={Shelf::plain(choices)} value={props.value.clone()} onchange={props.onchange.clone()} error={props.error.clone()} />
    }
}

/// The key of the project that is chosen, or of the first that the person administers.
pub(super) fn chosen(me: &Me, project: Option<&str>) -> String {
    let named = project.filter(|project| !project.is_empty()).map(str::to_owned);
    named.or_else(|| administered(me).first().map(|project| project.key.clone())).unwrap_or_default()
}

/// What the address asks for; what cannot be read asks for nothing.
#[hook]
pub(super) fn use_asked<T: Default + DeserializeOwned>() -> T {
    use_location()
        .and_then(|location| serde_html_form::from_str(location.query_str().trim_start_matches('?')).ok())
        .unwrap_or_default()
}
