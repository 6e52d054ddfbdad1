//! The page.

use super::notice::NoticePanel;
use super::periods::PeriodsPanel;
use super::reports::ReportsPanel;
use crate::admin::head::{Head, ProjectSelect, chosen, use_asked};
use crate::api;
use crate::hooks::use_remote;
use crate::route::AdminRoute;
use crate::session::use_me;
use crate::text::use_text;
use crate::ui::{Shape, draw, go, href, use_ready};
use contract::privacy::ReportsFilter;
use yew::prelude::*;
use yew_router::prelude::*;

/// Reports that are shown: as many nights.
const NIGHTS: u16 = 30;

/// The notice is the whole desk's; periods and reports are a project's, which stands in the address.
#[component]
pub(in crate::admin) fn PrivacyPage() -> Html {
    let (text, me) = (use_text(), use_me());
    let navigator = use_navigator().expect("the console is drawn inside the router");
    let filter: ReportsFilter = use_asked();
    let project = chosen(&me, filter.project.as_deref());
    let notice = use_remote((), |client, ()| async move {
        Ok((api::privacy::notice(&client).await?, api::privacy::notices(&client).await?.items))
    });
    let retention = use_remote(project.clone(), |client, project| async move {
        api::privacy::retention(&client, &project).await
    });
    let reports = use_remote(project.clone(), |client, project| async move {
        let filter = ReportsFilter { project: Some(project), limit: Some(NIGHTS), cursor: None };
        Ok(api::privacy::retention_reports(&client, &filter).await?.items)
    });
    use_ready(!notice.is_loading() && !retention.is_loading() && !reports.is_loading());
    let choose = Callback::from(move |project: String| {
        go(&navigator, &format!("{}?project={project}", href(&AdminRoute::Privacy)));
    });
    html! {
        <div class="stack">
            <Head title={text.say("admin-privacy")} about={text.say("admin-privacy-about")} />
            { draw(&notice, Shape::Text(6), |found| html! {
                <NoticePanel notice={found.0.clone()} versions={found.1.clone()} reload={notice.reload.clone()} />
            }) }
            <div class="admin-filters"><ProjectSelect id="privacy-project" value={project} onchange={choose} /></div>
            { draw(&retention, Shape::Rows(2), |found| html! {
                <PeriodsPanel retention={found.clone()} onchange={retention.put.clone()} reload={retention.reload.clone()} />
            }) }
            { draw(&reports, Shape::Rows(2), |found| html! { <ReportsPanel reports={found.clone()} /> }) }
        </div>
    }
}
