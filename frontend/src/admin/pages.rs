//! The page of the present address.

use super::audit::AuditPage;
use super::groups::{GroupPage, GroupsPage, NewGroupPage};
use super::mail::{LettersPage, TemplatePage, TemplatesPage};
use super::people::{ImportPage, NewPersonPage, PeoplePage, PersonPage};
use super::privacy::PrivacyPage;
use super::projects::{NewProjectPage, ProjectPage, ProjectsPage};
use super::providers::ProvidersPage;
use super::sources::{NewSourcePage, SourcePage, SourcesPage};
use super::stakeholders::StakeholdersPage;
use super::webhooks::{NewWebhookPage, WebhookPage, WebhooksPage};
use crate::layout::NotFoundPage;
use crate::route::AdminRoute;
use yew::prelude::*;
use yew_router::prelude::*;

/// The page.
#[component]
pub(crate) fn AdminPages() -> Html {
    match use_route::<AdminRoute>().unwrap_or(AdminRoute::NotFound) {
        AdminRoute::People => html! { <PeoplePage /> },
        AdminRoute::NewPerson => html! { <NewPersonPage /> },
        AdminRoute::Import => html! { <ImportPage /> },
        AdminRoute::Person { user } => html! { <PersonPage key={user.clone()} user={user.clone()} /> },
        AdminRoute::Groups => html! { <GroupsPage /> },
        AdminRoute::NewGroup => html! { <NewGroupPage /> },
        AdminRoute::Group { group } => html! { <GroupPage key={group.clone()} group={group.clone()} /> },
        AdminRoute::Providers => html! { <ProvidersPage /> },
        AdminRoute::Projects => html! { <ProjectsPage /> },
        AdminRoute::NewProject => html! { <NewProjectPage /> },
        AdminRoute::Project { project } => {
            html! { <ProjectPage key={project.clone()} project={project.clone()} /> }
        }
        AdminRoute::Stakeholders => html! { <StakeholdersPage /> },
        AdminRoute::Sources => html! { <SourcesPage /> },
        AdminRoute::NewSource => html! { <NewSourcePage /> },
        AdminRoute::Source { source } => {
            html! { <SourcePage key={source.clone()} source={source.clone()} /> }
        }
        AdminRoute::Privacy => html! { <PrivacyPage /> },
        AdminRoute::Templates => html! { <TemplatesPage /> },
        AdminRoute::Template { kind, locale } => {
            html! { <TemplatePage key={format!("{kind}-{locale}")} kind={kind.clone()} locale={locale.clone()} /> }
        }
        AdminRoute::Letters => html! { <LettersPage /> },
        AdminRoute::Webhooks => html! { <WebhooksPage /> },
        AdminRoute::NewWebhook => html! { <NewWebhookPage /> },
        AdminRoute::Webhook { webhook } => {
            html! { <WebhookPage key={webhook.clone()} webhook={webhook.clone()} /> }
        }
        AdminRoute::Audit => html! { <AuditPage /> },
        AdminRoute::NotFound => html! { <NotFoundPage /> },
    }
}
