//! What makes a page a page to everyone: its title, its heading with the focus, and the sign that
//! its first data are there.

use crate::browser;
use crate::text::use_text;
use std::cell::Cell;
use web_sys::HtmlElement;
use yew::prelude::*;

thread_local! {
    /// Whether no page has been drawn yet: the browser itself places the focus on the first.
    static FIRST: Cell<bool> = const { Cell::new(true) };
}

#[derive(Properties, PartialEq)]
pub(crate) struct PageTitleProps {
    /// The title of the document, before the name of the application.
    pub(crate) title: AttrValue,
    /// The heading when it differs from the title.
    #[prop_or_default]
    pub(crate) children: Html,
    /// When this changes, it is another page, though drawn by the same component.
    #[prop_or_default]
    pub(crate) page: AttrValue,
    #[prop_or_default]
    pub(crate) class: Classes,
}

/// The heading of a page.
#[component]
pub(crate) fn PageTitle(props: &PageTitleProps) -> Html {
    let text = use_text();
    let node = use_node_ref();
    use_effect_with((props.title.clone(), text), |(title, text)| {
        browser::document().set_title(&format!("{title} · {}", text.say("app-name")));
    });
    {
        let node = node.clone();
        use_effect_with(props.page.clone(), move |_| {
            if FIRST.replace(false) {
                return;
            }
            if let Some(heading) = node.cast::<HtmlElement>() {
                browser::window().scroll_to_with_x_and_y(0.0, 0.0);
                let _ = heading.focus();
            }
        });
    }
    let heading = if props.children == Html::default() {
        html! { { &props.title } }
    } else {
        props.children.clone()
    };
    html! { <h1 ref={node} tabindex="-1" class={classes!("title-main", props.class.clone())}>{ heading }</h1> }
}

/// Says on the document whether the page's first data are drawn.
#[hook]
pub(crate) fn use_ready(ready: bool) {
    use_effect_with(ready, |ready| {
        browser::mark_ready(*ready);
        || browser::mark_ready(false)
    });
}
