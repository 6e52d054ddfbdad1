//! What has been typed so far, kept in this browser until the case is registered, and from there on the
//! server.

use crate::browser;
use crate::live::{Errand, send};
use contract::reference::Reference;
use contract::tickets::{Channel, Impact, Kind, RegisterTicket, Urgency};
use serde::{Deserialize, Serialize};
use serde_json::Map;
use std::rc::Rc;
use yew::Reducible;

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
    pub(super) confidential: String,
}

/// What happens to a draft.
pub(super) enum Edit {
    /// A field has a new value.
    Write(&'static str, String),
    /// Nothing was registered: the corrected form is another request.
    Renew,
    /// Everything is thrown away.
    Discard,
    /// It was written on another device.
    Take(Box<Draft>),
}

impl Reducible for Draft {
    type Action = Edit;

    fn reduce(self: Rc<Self>, edit: Edit) -> Rc<Self> {
        let mut next = (*self).clone();
        match edit {
            Edit::Write(name, value) => {
                if let Some(field) = next.field(name) {
                    *field = value;
                }
            }
            Edit::Renew => next.key = browser::random_key(),
            Edit::Discard => next = Self { key: browser::random_key(), ..Self::default() },
            Edit::Take(taken) => next = *taken,
        }
        Rc::new(next)
    }
}

impl Draft {
    /// The draft kept under a name, or an empty one.
    pub(super) fn kept(store: &str) -> Self {
        Self::read(&browser::kept(store).unwrap_or_default())
    }

    /// The draft that a text says, or an empty one.
    pub(super) fn read(text: &str) -> Self {
        let mut draft: Self = serde_json::from_str(text).unwrap_or_default();
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
        send(Errand::Touch(store.to_owned()));
    }

    /// Whether nothing worth keeping was typed.
    pub(super) fn is_blank(&self) -> bool {
        self.subject.trim().is_empty() && self.description.trim().is_empty() && self.service.is_empty()
    }

    /// The draft with what an address says. The service is what the person has just chosen; of the
    /// rest, what they wrote themselves comes first.
    pub(super) fn with(mut self, given: &[(String, String)]) -> Self {
        for (name, value) in given {
            if let Some(field) = self.field(name)
                && (field.is_empty() || name == "service")
            {
                field.clone_from(value);
            }
        }
        self
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
            "confidential" => &mut self.confidential,
            _ => return None,
        })
    }

    /// Whether it matters how many it affects and whether they can work: when something fails, and
    /// whenever an agent writes it down.
    pub(super) fn weighs(&self, desk: bool) -> bool {
        desk || self.kind == Kind::Incident.as_str()
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
            impact: self.impact.parse::<Impact>().ok().filter(|_| self.weighs(desk)),
            urgency: self.urgency.parse::<Urgency>().ok().filter(|_| self.weighs(desk)),
            channel: if desk { self.channel.parse::<Channel>().ok().or(Some(Channel::Phone)) } else { None },
            requester: if desk { named(&self.requester) } else { None },
            fields: Map::new(),
            tags: Vec::new(),
            follow_up_of: named(&self.follow_up_of),
            confidential: self.confidential == "true",
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
    fn what_is_written_while_another_thing_is_written_stays() {
        let draft = Rc::new(told());
        let draft = draft.reduce(Edit::Write("subject", "Sin internet".to_owned()));
        let draft = draft.reduce(Edit::Write("nonsense", "x".to_owned()));
        let draft = draft.reduce(Edit::Write("urgency", "high".to_owned()));
        assert_eq!((draft.subject.as_str(), draft.urgency.as_str()), ("Sin internet", "high"));
        assert_eq!(draft.description, "Nada carga.");
    }

    #[test]
    fn what_is_no_longer_asked_is_not_sent() {
        let mut draft = Draft { urgency: "high".into(), ..told() };
        assert_eq!(draft.body(false).unwrap().urgency, Some(Urgency::High));
        draft.kind = "request".into();
        assert_eq!(draft.body(false).unwrap().urgency, None);
        draft.requester = "ana".into();
        assert_eq!(draft.body(true).unwrap().urgency, Some(Urgency::High));
    }

    #[test]
    fn a_case_is_confidential_when_it_is_said_to_be() {
        assert!(!told().body(false).unwrap().confidential);
        assert!(Draft { confidential: "true".into(), ..told() }.body(false).unwrap().confidential);
    }

    #[test]
    fn an_address_fills_in_what_was_not_written() {
        let given = [("service", "wifi"), ("subject", "Otra cosa"), ("urgency", "high"), ("nonsense", "x")];
        let given = given.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let draft = Draft { service: "vpn".into(), ..told() }.with(&given);
        assert_eq!((draft.service.as_str(), draft.urgency.as_str()), ("wifi", "high"));
        assert_eq!(draft.subject, " Sin red ", "a reload must not undo what was written");
    }

    #[test]
    fn an_empty_draft_misses_what_every_case_needs() {
        assert_eq!(Draft::default().gaps(false), ["kind", "subject", "description"]);
        assert!(Draft::default().is_blank());
        assert!(Draft::default().body(false).is_none());
    }
}
