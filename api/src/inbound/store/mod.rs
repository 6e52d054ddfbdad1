//! Every query on sources, alerts and conversations.

mod alerts;
mod chats;
mod deliveries;
mod sources;

pub(super) use alerts::{
    NewAlert, alert_group, alerts_of, count_firing, count_signal, forget_alerts, insert_alert, insert_group,
    move_alert, move_alerts, move_group, note_alert, touch_group,
};
pub(super) use chats::{
    conversation, forget_conversations, forget_messages, keep_conversation, keep_message, message,
    move_conversation,
};
pub(super) use deliveries::{forget_deliveries, is_new};
pub(super) use sources::{
    Wanted, count, credentials, delete, find, insert, list, locked, note_use, of_registrar, rotate, update,
};
