//! What people write in a chat, as the program sends it that listens there.

use crate::validate::{chat_attachments, not_blank};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// A message of a conversation: the first registers a case, those after it are added to its comments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"conversation": "canal-7-hilo-3391", "message_id": "8841",
    "author": {"name": "Ana Rojas", "email": "ana.rojas@example.org"}, "text": "No puedo imprimir en el piso 3."}))]
pub struct ChatMessage {
    /// What tells the conversation from all others of the source.
    #[validate(length(min = 1, max = 500), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 500, pattern = r"\S")]
    pub conversation: String,
    /// What tells the message from all others of the conversation: the same is not taken twice.
    #[validate(length(min = 1, max = 500), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 500, pattern = r"\S")]
    pub message_id: String,
    /// Who wrote it.
    #[validate(nested)]
    pub author: ChatAuthor,
    /// What they wrote: 1 to 15,000 characters.
    #[validate(length(min = 1, max = 15_000), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 15_000, pattern = r"\S")]
    pub text: String,
    /// When.
    #[serde(default, with = "crate::rfc3339::optional", skip_serializing_if = "Option::is_none")]
    pub at: Option<DateTime<Utc>>,
    /// Addresses (`https://…`) of files that came along, at most 10: they are named, not fetched.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[validate(custom(function = "chat_attachments"))]
    #[schema(max_items = 10)]
    pub attachments: Vec<String>,
}

/// Who wrote a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ChatAuthor {
    /// The name they go by there.
    #[validate(length(min = 1, max = 120), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 120, pattern = r"\S")]
    pub name: String,
    /// Their mail address, if the chat knows it: a person of the project with it has the case as theirs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 254), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 254, pattern = r"\S")]
    pub email: Option<String>,
}

/// The case that a message belongs to, to be told to whoever wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChatReceipt {
    /// Its number.
    pub ticket: String,
    /// Where people see it.
    pub link: String,
    /// Whether this message registered it.
    pub registered: bool,
}
