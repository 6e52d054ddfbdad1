//! Messages as `text/event-stream` has them (HTML Living Standard §9.2).

use crate::error::{Error, Result};
use serde::Serialize;
use std::fmt::Write;

/// Adds a message. With an id it is one to go on from.
pub(super) fn push(text: &mut String, event: &str, id: Option<i64>, data: &impl Serialize) -> Result<()> {
    let data = serde_json::to_string(data).map_err(Error::internal)?;
    if let Some(id) = id {
        let _ = writeln!(text, "id: {id}");
    }
    let _ = write!(text, "event: {event}\ndata: {data}\n\n");
    Ok(())
}

/// Nothing, but that the way is open, and from where to go on.
pub(super) fn still_here(position: i64) -> String {
    format!(": still here\nid: {position}\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_lines_and_an_empty_one() {
        let mut text = String::new();
        push(&mut text, "notices", None, &serde_json::json!({"unread": 2})).expect("it can be written");
        push(&mut text, "reset", Some(7), &serde_json::json!({"note": "a\nb"})).expect("it can be written");
        assert_eq!(
            text,
            "event: notices\ndata: {\"unread\":2}\n\nid: 7\nevent: reset\ndata: {\"note\":\"a\\nb\"}\n\n"
        );
    }
}
