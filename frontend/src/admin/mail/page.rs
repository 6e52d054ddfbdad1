//! The page of one template.

use super::editor::Editor;
use crate::admin::head::{Head, chosen, use_asked};
use crate::api;
use crate::api::letters::Place;
use crate::hooks::use_remote;
use crate::route::AdminRoute;
use crate::session::use_me;
use crate::text::{Text, use_text};
use crate::ui::{Shape, draw, use_ready};
use contract::auth::Locale;
use contract::catalog::CatalogFilter;
use contract::notifications::NoticeKind;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::admin) struct TemplatePageProps {
    pub(in crate::admin) kind: AttrValue,
    pub(in crate::admin) locale: AttrValue,
}

/// A template, to be worded anew; the project stands in the address.
#[component]
pub(in crate::admin) fn TemplatePage(props: &TemplatePageProps) -> Html {
    let (text, me) = (use_text(), use_me());
    let filter: CatalogFilter = use_asked();
    let place = Place {
        project: chosen(&me, filter.project.as_deref()),
        kind: props.kind.to_string(),
        locale: props.locale.to_string(),
    };
    let template =
        use_remote(
            place.clone(),
            |client, place| async move { api::letters::template(&client, &place).await },
        );
    use_ready(!template.is_loading());
    html! {
        <div class="stack">
            <Head title={title(&place, &text)} about={text.say("admin-template-about")} back={(AdminRoute::Templates, text.say("admin-templates"))} />
            { draw(&template, Shape::Text(10), |found| html! {
                <Editor
                    key={format!("{}-{}-{}", place.project, place.kind, place.locale)}
                    place={place.clone()}
                    template={found.clone()}
                    onchange={template.put.clone()}
                    reload={template.reload.clone()}
                />
            }) }
        </div>
    }
}

/// What the letter tells, and in which language.
fn title(place: &Place, text: &Text) -> AttrValue {
    match (place.kind.parse::<NoticeKind>(), place.locale.parse::<Locale>()) {
        (Ok(kind), Ok(locale)) => format!("{} ({})", text.word(kind), text.word(locale)).into(),
        _ => text.say("admin-templates"),
    }
}
