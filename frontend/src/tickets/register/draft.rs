//! What has been typed so far, kept in this browser until the case is registered.

use crate::browser;
use contract::reference::Reference;
use contract::tickets::{Channel, Impact, Kind, RegisterTicket, Urgency};
use serde::{Deserialize, Serialize};
use serde_json::Map;

/// What has been typed so far. Texts are as the fields hold them; empty means not said.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Draft {
    /// The idempotency key: the same until the server has answered, over reloads too.
    pub(super) key: String,
    pub(super) project: String,
    pub(super) kind: String,
    pub(super) service: String,
    pub(super) subject: String,
    pub(super) description: String,
    pub(super) impact: String,
    pub(super) urgency: String,
    pub(super) asset: String,
    pub(super) information_system: String,
    pub(super) requester: String,
    pub(super) channel: String,
    pub(super) follow_up_of: String,
}

impl Draft {
    /// The draft kept under a name, or an empty one.
    pub(super) fn kept(store: &str) -> Self {
        let mut draft: Self =
            browser::kept(store).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        if draft.key.is_empty() {
            draft.key = browser::random_key();
        }
        draft
    }

    /// Keeps the draft, unless there is nothing in it.
    pub(super) fn keep(&self, store: &str) {
        if self.is_blank() {
            browser::forget(store);
        } else if let Ok(text) = serde_json::to_string(self) {
            browser::keep(store, &text);
        }
    }

    /// Whether nothing worth keeping was typed.
    pub(super) fn is_blank(&self) -> bool {
        self.subject.trim().is_empty() && self.description.trim().is_empty() && self.service.is_empty()
    }

    /// The field of a name, to be changed.
    pub(super) fn field(&mut self, name: &str) -> Option<&mut String> {
        Some(match name {
            "project" => &mut self.project,
            "kind" => &mut self.kind,
            "service" => &mut self.service,
            "subject" => &mut self.subject,
            "description" => &mut self.description,
            "impact" => &mut self.impact,
            "urgency" => &mut self.urgency,
            "asset" => &mut self.asset,
            "information_system" => &mut self.information_system,
            "requester" => &mut self.requester,
            "channel" => &mut self.channel,
            "follow_up_of" => &mut self.follow_up_of,
            _ => return None,
        })
    }

    /// What was not said and must be; `desk` for agents, who also say whose case it is.
    pub(super) fn gaps(&self, desk: bool) -> Vec<&'static str> {
        let needed = [
            ("requester", desk && self.requester.is_empty()),
            ("kind", self.kind.parse::<Kind>().is_err()),
            ("subject", self.subject.trim().is_empty()),
            ("description", self.description.trim().is_empty()),
        ];
        needed.into_iter().filter(|(_, gap)| *gap).map(|(name, _)| name).collect()
    }

    /// The body; none when something that must be said was not.
    pub(super) fn body(&self, desk: bool) -> Option<RegisterTicket> {
        let named = |text: &str| Some(Reference(text.to_owned())).filter(|reference| !reference.0.is_empty());
        if !self.gaps(desk).is_empty() {
            return None;
        }
        Some(RegisterTicket {
            project: named(&self.project),
            kind: self.kind.parse().ok()?,
            subject: self.subject.trim().to_owned(),
            description: self.description.clone(),
            service: named(&self.service),
            information_system: named(&self.information_system),
            component: None,
            asset: named(&self.asset),
            impact: self.impact.parse::<Impact>().ok(),
            urgency: self.urgency.parse::<Urgency>().ok(),
            channel: if desk { self.channel.parse::<Channel>().ok().or(Some(Channel::Phone)) } else { None },
            requester: if desk { named(&self.requester) } else { None },
            fields: Map::new(),
            tags: Vec::new(),
            follow_up_of: named(&self.follow_up_of),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told() -> Draft {
        Draft {
            kind: "incident".into(),
            subject: " Sin red ".into(),
            description: "Nada carga.".into(),
            ..Draft::default()
        }
    }

    #[test]
    fn the_body_leaves_out_what_was_not_said() {
        let body = serde_json::to_value(told().body(false).unwrap()).unwrap();
        assert_eq!(
            body,
            serde_json::json!({"kind": "incident", "subject": "Sin red", "description": "Nada carga."})
        );
    }

    #[test]
    fn an_agent_says_whose_case_it_is_and_where_it_came_from() {
        assert_eq!(told().gaps(true), ["requester"]);
        let draft = Draft { requester: "ana".into(), channel: "walk_in".into(), ..told() };
        let body = draft.body(true).unwrap();
        assert_eq!((body.requester, body.channel), (Some("ana".into()), Some(Channel::WalkIn)));
    }

    #[test]
    fn an_empty_draft_misses_what_every_case_needs() {
        assert_eq!(Draft::default().gaps(false), ["kind", "subject", "description"]);
        assert!(Draft::default().is_blank());
        assert!(Draft::default().body(false).is_none());
    }
}
