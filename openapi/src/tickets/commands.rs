//! What clients send to do something to a ticket: one body for each action.

use super::vocabulary::{Channel, CloseReason, Impact, Kind, PauseReason, Urgency, Visibility};
use crate::reference::Reference;
use crate::validate::{fields, not_blank, readers, scores, tags};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use validator::Validate;

/// Declares bodies: each refuses unknown fields, and what is optional may be absent or null.
macro_rules! bodies {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty),* $(,)? })+) => {$(
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema, Validate)]
        #[serde(deny_unknown_fields)]
        $(#[$meta])*
        pub struct $name { $($(#[$field_meta])* pub $field: $type),* }
    )+};
}

bodies! {
    /// Registers a ticket (activity 3).
    #[schema(example = json!({"kind": "incident", "subject": "Sin red en el piso 3",
        "description": "Desde las 8 no hay internet en ningún puesto del piso 3.", "impact": "high", "urgency": "high"}))]
    RegisterTicket {
        /// Key or id of the project; the caller's first one when absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<Reference>,
        /// What it is.
        kind: Kind,
        /// The case in one line: 1 to 200 characters.
        #[validate(length(min = 1, max = 200), custom(function = "crate::validate::name"))]
        #[schema(min_length = 1, max_length = 200, pattern = r"\S")]
        subject: String,
        /// The case in detail, in Markdown: 1 to 20,000 characters.
        #[validate(length(min = 1, max = 20_000), custom(function = "not_blank"))]
        #[schema(min_length = 1, max_length = 20_000, pattern = r"\S")]
        description: String,
        /// The service of the catalogue.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        service: Option<Reference>,
        /// The information system concerned.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        information_system: Option<Reference>,
        /// The component concerned.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        component: Option<Reference>,
        /// The equipment concerned: its tag or id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        asset: Option<Reference>,
        /// How much is affected (default `medium`).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        impact: Option<Impact>,
        /// How soon it hurts (default `medium`).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        urgency: Option<Urgency>,
        /// Where it came from: `portal` when absent; others are for the desk and for integrations.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        channel: Option<Channel>,
        /// On whose behalf, for agents: user name or id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        requester: Option<Reference>,
        /// Answers to the service's own form.
        #[serde(default, skip_serializing_if = "serde_json::Map::is_empty")]
        #[validate(custom(function = "fields"))]
        #[schema(value_type = Object)]
        fields: serde_json::Map<String, serde_json::Value>,
        /// Free labels, at most 20.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[validate(custom(function = "tags"))]
        #[schema(max_items = 20)]
        tags: Vec<String>,
        /// The closed ticket that this one takes up again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        follow_up_of: Option<Reference>,
        /// Whether only those concerned may know of it: the requester, whoever registers it, whoever
        /// is in charge, those named as readers, and the project's administrators.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        confidential: bool,
    }

    /// Opens a ticket: attention begins and its clock stops (activity 4).
    #[derive(Default)]
    #[schema(example = json!({}))]
    OpenTicket {}

    /// The case is within the desk's competence (activity 5, yes).
    #[derive(Default)]
    #[schema(example = json!({"note": "Procede."}))]
    AcceptTicket {
        /// For the timeline.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(length(max = 4_000))]
        #[schema(max_length = 4_000)]
        note: Option<String>,
    }

    /// The case is not within the desk's competence (activity 5, no).
    #[schema(example = json!({"reason": "La dotación de sillas no la atiende la mesa.", "redirect_to": "Gestión Administrativa"}))]
    RejectTicket {
        /// Told to the requester.
        #[validate(length(min = 1, max = 4_000), custom(function = "not_blank"))]
        #[schema(min_length = 1, max_length = 4_000, pattern = r"\S")]
        reason: String,
        /// The competent area, when the case is handed over.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(length(min = 1, max = 200), custom(function = "crate::validate::name_if_given"))]
        #[schema(min_length = 1, max_length = 200, pattern = r"\S")]
        redirect_to: Option<String>,
    }

    /// Says what the case is and whom it hurts (activity 6). What is absent stays.
    #[derive(Default)]
    #[schema(example = json!({"kind": "incident", "impact": "high", "urgency": "medium"}))]
    ClassifyTicket {
        /// What it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<Kind>,
        /// How much is affected.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        impact: Option<Impact>,
        /// How soon it hurts.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        urgency: Option<Urgency>,
        /// The service of the catalogue.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        service: Option<Reference>,
        /// The information system concerned.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        information_system: Option<Reference>,
        /// The component concerned.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        component: Option<Reference>,
        /// The equipment concerned.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        asset: Option<Reference>,
    }

    /// Hands the case exactly one level up (activities 7 and 8). With no target named, the
    /// project's group of that level takes it.
    #[schema(example = json!({"reason": "Requiere acceso al núcleo de red.", "group": "n2-redes"}))]
    EscalateTicket {
        /// Why this level cannot solve it.
        #[validate(length(min = 1, max = 4_000), custom(function = "not_blank"))]
        #[schema(min_length = 1, max_length = 4_000, pattern = r"\S")]
        reason: String,
        /// The group of the next level.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        group: Option<Reference>,
        /// The person of the next level.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        assignee: Option<Reference>,
        /// The provider, when the next level is 3.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        provider: Option<Reference>,
    }

    /// Puts a person or group of the same level in charge (activity 9): at least one of them.
    #[derive(Default)]
    #[schema(example = json!({"assignee": "agent"}))]
    AssignTicket {
        /// The group.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        group: Option<Reference>,
        /// The person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        assignee: Option<Reference>,
        /// For the timeline.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(length(max = 4_000))]
        #[schema(max_length = 4_000)]
        note: Option<String>,
    }

    /// Records cause and analysis, and the work planned (activity 9). May be repeated.
    #[schema(example = json!({"cause": "Switch de acceso averiado", "analysis": "El puerto troncal no levanta.", "planned_actions": "Cambiar el switch"}))]
    DiagnoseTicket {
        /// What caused it.
        #[validate(length(min = 1, max = 4_000), custom(function = "not_blank"))]
        #[schema(min_length = 1, max_length = 4_000, pattern = r"\S")]
        cause: String,
        /// What was found.
        #[validate(length(min = 1, max = 20_000), custom(function = "not_blank"))]
        #[schema(min_length = 1, max_length = 20_000, pattern = r"\S")]
        analysis: String,
        /// What is to be done.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(length(max = 20_000))]
        #[schema(max_length = 20_000)]
        planned_actions: Option<String>,
    }

    /// Records an action carried out (activity 10).
    #[schema(example = json!({"description": "Se cambió el switch.", "minutes": 40}))]
    RecordWork {
        /// What was done.
        #[validate(length(min = 1, max = 20_000), custom(function = "not_blank"))]
        #[schema(min_length = 1, max_length = 20_000, pattern = r"\S")]
        description: String,
        /// Time spent, in minutes: 0 to 1,440.
        #[validate(range(min = 0, max = 1_440))]
        #[schema(minimum = 0, maximum = 1_440)]
        minutes: u32,
    }

    /// Makes the ticket wait (activity 9).
    #[schema(example = json!({"reason": "parts", "note": "Switch en camino", "until": "2030-01-15T13:00:00Z"}))]
    PauseTicket {
        /// For what.
        reason: PauseReason,
        /// For the timeline.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(length(max = 4_000))]
        #[schema(max_length = 4_000)]
        note: Option<String>,
        /// When to resume by itself: a future instant.
        #[serde(default, with = "crate::rfc3339::optional", skip_serializing_if = "Option::is_none")]
        until: Option<DateTime<Utc>>,
    }

    /// Ends the wait: the ticket goes on where it was.
    #[derive(Default)]
    #[schema(example = json!({}))]
    ResumeTicket {}

    /// Says whether the solution was effective (activity 11). If not, analysis begins again.
    #[schema(example = json!({"effective": false, "note": "Sigue sin red el ala norte."}))]
    VerifyTicket {
        /// Whether it was.
        effective: bool,
        /// For the timeline.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(length(max = 4_000))]
        #[schema(max_length = 4_000)]
        note: Option<String>,
    }

    /// Documents the solution and asks the requester (activity 12).
    #[schema(example = json!({"solution": "Se reemplazó el switch de acceso del piso 3 y se verificó la conexión."}))]
    ResolveTicket {
        /// What solved it, for the requester to read.
        #[validate(length(min = 1, max = 20_000), custom(function = "not_blank"))]
        #[schema(min_length = 1, max_length = 20_000, pattern = r"\S")]
        solution: String,
    }

    /// The requester's word on the solution (activity 13).
    #[schema(example = json!({"satisfied": true, "score": 5, "comment": "Muy rápido, gracias."}))]
    AnswerSurvey {
        /// Yes closes the ticket; no reopens it at activity 6.
        satisfied: bool,
        /// 1 (very bad) to 5 (very good).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(range(min = 1, max = 5))]
        #[schema(minimum = 1, maximum = 5)]
        score: Option<u8>,
        /// Scores by question.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        #[validate(custom(function = "scores"))]
        answers: BTreeMap<String, u8>,
        /// In their words; required when not satisfied.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(length(max = 4_000))]
        #[schema(max_length = 4_000)]
        comment: Option<String>,
    }

    /// Closes a ticket that need not be solved: for administrators.
    #[schema(example = json!({"reason": "duplicate", "note": "Ya se atiende en TIC-1041."}))]
    CloseTicket {
        /// Why.
        reason: CloseReason,
        /// In words.
        #[validate(length(min = 1, max = 4_000), custom(function = "not_blank"))]
        #[schema(min_length = 1, max_length = 4_000, pattern = r"\S")]
        note: String,
    }

    /// Takes back a ticket that the desk has not accepted yet: for its requester.
    #[derive(Default)]
    #[schema(example = json!({"note": "Ya funciona."}))]
    CancelTicket {
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(length(max = 4_000))]
        #[schema(max_length = 4_000)]
        note: Option<String>,
    }

    /// Closes this ticket as a duplicate; its comments, watchers and files are reachable from the survivor.
    #[schema(example = json!({"into": "TIC-1041"}))]
    MergeTicket {
        /// The survivor: an open ticket of the same project.
        into: Reference,
    }

    /// Says who may know that the ticket exists.
    #[schema(example = json!({"confidential": true, "readers": ["specialist"], "note": "Trata de la salud de una persona."}))]
    SetConfidential {
        /// Whether only those concerned may know of it: the requester, whoever registered it, whoever
        /// is in charge, the readers, and the project's administrators.
        confidential: bool,
        /// Who else may read it while it is confidential: user names or ids of people of the project,
        /// 50 at most. They replace those named before; when absent, these stay.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = "readers"))]
        #[schema(max_items = 50)]
        readers: Option<Vec<Reference>>,
        /// For the timeline.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(length(max = 4_000))]
        #[schema(max_length = 4_000)]
        note: Option<String>,
    }

    /// Adds to the conversation.
    #[schema(example = json!({"body": "¿Hay alguien en sitio que pueda reiniciar el equipo?", "visibility": "public"}))]
    AddComment {
        /// In Markdown: 1 to 20,000 characters.
        #[validate(length(min = 1, max = 20_000), custom(function = "not_blank"))]
        #[schema(min_length = 1, max_length = 20_000, pattern = r"\S")]
        body: String,
        /// Who may read it (default `public`); `internal` is for the desk.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        visibility: Option<Visibility>,
        /// Whether the provider in charge may read this internal note too.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        shared_with_provider: bool,
    }
}
