//! Use cases of administrators, and what the job does in its transactions.

mod changes;
mod manage;
mod settle;
mod spread;

pub(super) use changes::list as changes;
pub(super) use manage::{create, ping, redeliver, remove, rotate, secrets, seen, shown, update};
pub(super) use settle::settle;
pub(super) use spread::{AT_ONCE, spread};
