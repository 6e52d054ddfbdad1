//! The arithmetic of service time, as pure functions: values in, values out.
//!
//! Read in this order:
//!
//! 1. [`service_hours`]: a calendar (zone, week, holidays) and what it can say of two instants:
//!    when an amount of service time runs out, how much lies between them, and why.
//! 2. [`holidays`]: the holidays of Colombia by law, the default rows of a calendar.
//! 3. [`clocks`]: what the events of a ticket make of a target: due, warned, paused, met or
//!    breached, with every interval explained.
//!
//! Nothing here knows what time it is, which tickets exist or which agreement applies: the slice
//! brings the calendar version, the targets and the marks, and keeps what comes out as a cache.

pub mod clocks;
pub mod holidays;
pub mod service_hours;

#[cfg(test)]
mod examples;
