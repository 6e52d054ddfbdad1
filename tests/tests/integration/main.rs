//! The API over HTTP, on whichever engine `MESA_TEST_DATABASE_URL` chooses: one file for each topic.

mod acceptance;
mod architecture;
mod attachments;
mod audit;
mod bulk;
mod concurrency;
mod directory;
mod faults;
mod generated;
mod idempotency;
mod lists;
mod merging;
mod migrations;
mod oidc;
mod permissions;
mod readme;
mod rebuild;
mod refusals;
mod reports;
mod resolution;
mod search;
mod sessions;
mod sla;
mod visibility;
mod waits;
mod walk;
