//! The API as functions: one for each operation, the contract's types in and out.

pub(crate) mod admin;
pub(crate) mod attachments;
pub(crate) mod audit;
pub(crate) mod auth;
pub(crate) mod catalog;
mod client;
mod failure;
pub(crate) mod inbound;
pub(crate) mod inbound_mails;
pub(crate) mod letters;
pub(crate) mod live;
pub(crate) mod notifications;
pub(crate) mod people;
pub(crate) mod privacy;
pub(crate) mod reports;
pub(crate) mod security;
pub(crate) mod stakeholders;
pub(crate) mod surveys;
mod tabs;
mod ticket;
pub(crate) mod tickets;
mod upload;
pub(crate) mod webhooks;

pub(crate) use client::Client;
pub(crate) use failure::Failure;

/// What an operation answers.
pub(crate) type Answer<T> = Result<T, Failure>;
