//! Webhooks: listed, made, and each with what it was sent.

mod detail;
mod events;
mod list;
mod log;
mod new;
mod secret;
mod settings;

pub(super) use detail::WebhookPage;
pub(super) use list::WebhooksPage;
pub(super) use new::NewWebhookPage;
