//! An address that leads nowhere.

use crate::route::Route;
use crate::text::use_text;
use crate::ui::{Empty, Icon, Link, PageTitle, href, use_ready};
use yew::prelude::*;

/// Says so, and shows the way back.
#[component]
pub(crate) fn NotFoundPage() -> Html {
    let text = use_text();
    use_ready(true);
    html! {
        <div class="narrow">
            <PageTitle title={text.say("not-found")} />
            <Empty icon={Icon::World} title={text.say("not-found-title")} body={text.say("not-found-body")}>
                <Link to={href(&Route::Start)} class="btn btn-primary">{ text.say("not-found-home") }</Link>
            </Empty>
        </div>
    }
}
