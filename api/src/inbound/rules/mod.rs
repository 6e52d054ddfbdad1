//! Which alerts are one incident, what of them is news, and how much they matter.

pub(super) mod alerts;
pub(super) mod severity;
