//! The API over HTTP, on whichever engine `MESA_TEST_DATABASE_URL` chooses: one file for each topic.

mod acceptance;
mod audit;
mod idempotency;
mod lists;
mod merging;
mod permissions;
mod rebuild;
mod resolution;
mod search;
mod sessions;
mod sla;
mod visibility;
mod waits;
mod walk;
