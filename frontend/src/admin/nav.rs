//! The sections of the administration, where the console has its queues.

use crate::route::AdminRoute;
use crate::text::use_text;
use crate::ui::{Icon, Link, glyph, href};
use yew::prelude::*;
use yew_router::prelude::*;

/// The sections.
#[component]
pub(crate) fn AdminNav() -> Html {
    let text = use_text();
    let route = use_route::<AdminRoute>().unwrap_or(AdminRoute::NotFound);
    let entry = |to: AdminRoute, key: &str, icon: Icon, here: bool| {
        html! {
            <li>
                <Link to={href(&to)} current={route == to} class={classes!("queue", here.then_some("queue-on"))}>
                    { glyph(icon) }<span class="queue-name">{ text.say(key) }</span>
                </Link>
            </li>
        }
    };
    let people = matches!(
        route,
        AdminRoute::People | AdminRoute::NewPerson | AdminRoute::Import | AdminRoute::Person { .. }
    );
    let groups = matches!(route, AdminRoute::Groups | AdminRoute::NewGroup | AdminRoute::Group { .. });
    let projects =
        matches!(route, AdminRoute::Projects | AdminRoute::NewProject | AdminRoute::Project { .. });
    let templates = matches!(route, AdminRoute::Templates | AdminRoute::Template { .. });
    let sources = matches!(route, AdminRoute::Sources | AdminRoute::NewSource | AdminRoute::Source { .. });
    let webhooks =
        matches!(route, AdminRoute::Webhooks | AdminRoute::NewWebhook | AdminRoute::Webhook { .. });
    html! {
        <nav class="queues" aria-label={text.say("admin")}>
            <ul>
                { entry(AdminRoute::People, "admin-people", Icon::Users, people) }
                { entry(AdminRoute::Groups, "admin-groups", Icon::Apps, groups) }
                { entry(AdminRoute::Providers, "admin-providers", Icon::Tool, route == AdminRoute::Providers) }
                { entry(AdminRoute::Projects, "admin-projects", Icon::Category, projects) }
                { entry(AdminRoute::Stakeholders, "admin-stakeholders", Icon::Bell, route == AdminRoute::Stakeholders) }
                { entry(AdminRoute::Sources, "admin-sources", Icon::Link, sources) }
                { entry(AdminRoute::Privacy, "admin-privacy", Icon::Lock, route == AdminRoute::Privacy) }
                { entry(AdminRoute::Templates, "admin-templates", Icon::Mail, templates) }
                { entry(AdminRoute::Letters, "admin-letters", Icon::Send, route == AdminRoute::Letters) }
                { entry(AdminRoute::Webhooks, "admin-webhooks", Icon::Send, webhooks) }
                { entry(AdminRoute::Audit, "admin-audit", Icon::History, route == AdminRoute::Audit) }
            </ul>
        </nav>
    }
}
