//! How people listen to what happens: the messages of `GET /events`, one after the other.

use serde_json::Value;
use std::time::Duration;

/// How long a message is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// Somebody who listens, until it is dropped.
pub struct Ear {
    response: reqwest::Response,
    heard: String,
    /// The id of the last message that had one.
    pub last_id: Option<String>,
}

/// Something that was told.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// What kind of thing.
    pub event: String,
    /// The thing.
    pub data: Value,
}

impl Ear {
    pub(crate) fn new(response: reqwest::Response) -> Self {
        Self { response, heard: String::new(), last_id: None }
    }

    /// The next message; none when the answer has ended.
    pub async fn next(&mut self) -> Option<Message> {
        loop {
            while let Some((block, rest)) = self.heard.split_once("\n\n") {
                let (block, rest) = (block.to_owned(), rest.to_owned());
                self.heard = rest;
                if let Some(message) = self.understand(&block) {
                    return Some(message);
                }
            }
            let waited = tokio::time::timeout(PATIENCE, self.response.chunk()).await;
            let chunk = waited.unwrap_or_else(|_| panic!("nothing is told: {:?}", self.heard));
            let chunk = chunk.expect("the answer is whole")?;
            self.heard.push_str(std::str::from_utf8(&chunk).expect("text"));
        }
    }

    /// The data of the next message of a kind, whatever comes before it.
    pub async fn hears(&mut self, event: &str) -> Value {
        loop {
            let message = self.next().await.unwrap_or_else(|| panic!("it ended before {event}"));
            if message.event == event {
                return message.data;
            }
        }
    }

    /// The numbers and actions of what is told up to and with something that happens to a ticket.
    pub async fn until(&mut self, number: &str, action: &str) -> Vec<(String, String)> {
        let mut all = Vec::new();
        loop {
            let told = self.hears("ticket").await;
            let text = |name: &str| told[name].as_str().expect("a word").to_owned();
            all.push((text("number"), text("action")));
            if told["number"] == number && told["action"] == action {
                return all;
            }
        }
    }

    /// Waits until the answer ends.
    pub async fn ended(&mut self) {
        while self.next().await.is_some() {}
    }

    fn understand(&mut self, block: &str) -> Option<Message> {
        let (mut event, mut data) = (String::new(), None);
        for line in block.lines() {
            match line.split_once(": ") {
                Some(("id", id)) => self.last_id = Some(id.to_owned()),
                Some(("event", name)) => name.clone_into(&mut event),
                Some(("data", json)) => data = Some(serde_json::from_str(json).expect("JSON")),
                Some(("" | "retry", _)) => {}
                other => panic!("{other:?} is no line of an event stream: {line:?}"),
            }
        }
        data.map(|data| Message { event, data })
    }
}
