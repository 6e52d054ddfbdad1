//! Who has a stake in which service, and of what they are told: listed, entered, changed, taken out.

mod edit;
mod page;

pub(super) use page::StakeholdersPage;
