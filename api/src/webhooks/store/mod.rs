//! Every query on webhooks and their deliveries.

mod deliveries;
mod webhooks;

pub(super) use deliveries::{
    Batch, again, claim, delivery, forget_before, give_up, insert_delivery, is_due, list_deliveries, put_off,
    settle, still_sending,
};
pub(super) use webhooks::{
    active, count, find, insert, is_behind, keep_position, list, load, locked_position, remove, update,
    visible,
};
