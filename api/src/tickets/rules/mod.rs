//! The procedure TC-PD-15 as pure functions: values in, value or refusal out.

pub mod machine;
pub mod priority;
pub mod redaction;
pub mod timers;

#[cfg(test)]
mod tests;
