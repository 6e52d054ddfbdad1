//! The words of a ticket's life.

use crate::words::words;

words! {
    /// What a ticket is (TC-PD-15 §4).
    Kind {
        /// Incidente: something is broken or worse than agreed.
        Incident = "incident",
        /// Solicitud: a petition for a service of the catalogue.
        Request = "request",
        /// Requerimiento: a condition or capability a system must meet.
        Requirement = "requirement",
        /// Problema: the cause behind one or many incidents.
        Problem = "problem",
        /// Cambio: needs authorisation before it is done.
        Change = "change",
    }

    /// Where a ticket came from. All end in the same queue: the desk is the single point of contact.
    Channel {
        /// The web portal.
        Portal = "portal",
        /// A mail.
        Email = "email",
        /// A telephone call.
        Phone = "phone",
        /// A visit to the desk.
        WalkIn = "walk_in",
        /// A chat.
        Chat = "chat",
        /// Another program.
        Api = "api",
        /// An alert of a monitoring system.
        Monitoring = "monitoring",
    }

    /// Where a ticket is in the procedure.
    Status {
        /// Registrado: activity 3 is done.
        Registered = "registered",
        /// En atención: an agent has opened it (activity 4).
        InAttention = "in_attention",
        /// En análisis: it is the desk's, and is being analysed (activities 6 to 9).
        InAnalysis = "in_analysis",
        /// En ejecución: diagnosed, and being worked on (activity 10).
        InProgress = "in_progress",
        /// Resuelto: waits for the requester's word (activities 12 and 13).
        Resolved = "resolved",
        /// Cerrado: final and read-only (activity 14).
        Closed = "closed",
    }

    /// What somebody (or, for the last four, the system) does to a ticket.
    Action {
        /// Registrar (activity 3).
        Register = "register",
        /// Abrir: attention begins (activity 4).
        Open = "open",
        /// Aceptar: within the desk's competence (activity 5, yes).
        Accept = "accept",
        /// Rechazar o redirigir (activity 5, no).
        Reject = "reject",
        /// Clasificar (activity 6).
        Classify = "classify",
        /// Escalar un nivel (activities 7 and 8).
        Escalate = "escalate",
        /// Asignar (activity 9).
        Assign = "assign",
        /// Diagnosticar (activity 9).
        Diagnose = "diagnose",
        /// Registrar trabajo (activity 10).
        Work = "work",
        /// Poner en espera (activity 9).
        Pause = "pause",
        /// Reanudar (activity 9).
        Resume = "resume",
        /// Validar si la solución fue efectiva (activity 11).
        Verify = "verify",
        /// Resolver (activity 12).
        Resolve = "resolve",
        /// Calificar: accept or refuse the solution (activity 13).
        Survey = "survey",
        /// Cerrar administrativamente (activity 14).
        Close = "close",
        /// Cancelar, by the requester, before it is accepted.
        Cancel = "cancel",
        /// Fusionar con otro caso.
        Merge = "merge",
        /// Comentar.
        Comment = "comment",
        /// Adjuntar un archivo.
        Attach = "attach",
        /// Reservar, or no longer: who may know of the case.
        Confidential = "confidential",
        /// Silence for the acceptance window counts as acceptance (activity 12).
        AutoAccept = "auto_accept",
        /// Recordar que el silencio contará como aceptación (activity 12).
        Remind = "remind",
        /// A clock's warning share is spent.
        Warn = "warn",
        /// A clock ran out.
        Breach = "breach",
    }

    /// How much is affected.
    Impact {
        /// Many people or a whole service.
        High = "high",
        /// A group.
        Medium = "medium",
        /// One person.
        Low = "low",
    }

    /// How soon it hurts.
    Urgency {
        /// Work has stopped.
        High = "high",
        /// Work is hindered.
        Medium = "medium",
        /// Work goes on.
        Low = "low",
    }

    /// What a pending ticket waits for.
    PauseReason {
        /// The requester's answer.
        Requester = "requester",
        /// A third party.
        ThirdParty = "third_party",
        /// Spare parts.
        Parts = "parts",
        /// The OTI's decision.
        Authorisation = "authorisation",
    }

    /// Why a ticket was closed.
    ClosureReason {
        /// The requester is satisfied (activity 13, yes).
        Accepted = "accepted",
        /// Nobody answered within the acceptance window (activity 12).
        AutoAccepted = "auto_accepted",
        /// Not within the desk's competence (activity 5, no).
        Rejected = "rejected",
        /// Handed over to the competent area (activity 5, no).
        Redirected = "redirected",
        /// No longer wanted.
        Cancelled = "cancelled",
        /// The same case as another ticket.
        Duplicate = "duplicate",
    }

    /// Why an administrator closes a ticket.
    CloseReason {
        /// No longer wanted.
        Cancelled = "cancelled",
        /// The same case as another ticket.
        Duplicate = "duplicate",
    }

    /// Who may read an entry of the timeline.
    Visibility {
        /// Everyone who may see the ticket.
        Public = "public",
        /// The desk only: no requesters, and no providers unless an entry is shared with them.
        Internal = "internal",
    }

    /// How two tickets belong together.
    Relation {
        /// This ticket was merged into the other.
        DuplicateOf = "duplicate_of",
        /// The other was merged into this one.
        DuplicatedBy = "duplicated_by",
        /// This ticket takes up a closed one again.
        FollowUpOf = "follow_up_of",
        /// The other takes this one up again.
        FollowedUpBy = "followed_up_by",
    }

    /// The order of a list; a leading `-` means descending.
    Sort {
        /// Newest first (the default).
        NewestFirst = "-registered_at",
        /// Oldest first.
        OldestFirst = "registered_at",
        /// Last changed first.
        LastChangedFirst = "-updated_at",
        /// Longest unchanged first.
        FirstChangedFirst = "updated_at",
        /// Attention due soonest first.
        SoonestDueFirst = "attention_due_at",
        /// Attention due latest first.
        LatestDueFirst = "-attention_due_at",
        /// Most important first.
        MostImportantFirst = "priority",
        /// Least important first.
        LeastImportantFirst = "-priority",
    }

    /// Tickets whose attention or resolution time runs short or has run out.
    SlaFilter {
        /// Running short, still unattended or unresolved.
        Warning = "warning",
        /// Ran out.
        Breached = "breached",
    }

    /// Whether a clock stopped in time.
    Timeliness {
        /// It did.
        Met = "met",
        /// It ran out before.
        Breached = "breached",
    }
}
