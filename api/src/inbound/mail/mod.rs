//! Incoming mail: what people write to the desk's address.

pub mod message;
