//! One schema for both engines. `Id`, `Instant` and `Document` are our own SQL types, because
//! their physical form differs: see `db/types.rs`. The tables are made by `migrations/`.

#![expect(missing_docs, reason = "the macro's modules; the migrations say what the columns are")]
#![cfg_attr(not(test), expect(clippy::wildcard_imports, reason = "how the macro learns its types"))]

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    projects (id) {
        id -> Id,
        key -> Text,
        name -> Text,
        time_zone -> Text,
        acceptance_window -> Text,
        acceptance_hours -> Integer,
        priority_matrix -> Document,
        created_at -> Instant,
        version -> BigInt,
        reminder_hours -> Document,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    providers (id) {
        id -> Id,
        project_id -> Id,
        key -> Text,
        name -> Text,
        version -> BigInt,
        active -> Bool,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    users (id) {
        id -> Id,
        username -> Text,
        kind -> Text,
        display_name -> Text,
        email -> Nullable<Text>,
        phone -> Nullable<Text>,
        area -> Nullable<Text>,
        locale -> Text,
        password_hash -> Nullable<Text>,
        must_change_password -> Bool,
        active -> Bool,
        provider_id -> Nullable<Id>,
        search_text -> Text,
        version -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
        source -> Text,
        external_id -> Nullable<Text>,
        office -> Nullable<Text>,
        absent_since -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    memberships (user_id, project_id, role) {
        user_id -> Id,
        project_id -> Id,
        role -> Text,
        source -> Text,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    groups (id) {
        id -> Id,
        project_id -> Id,
        key -> Text,
        name -> Text,
        level -> Integer,
        provider_id -> Nullable<Id>,
        version -> BigInt,
        active -> Bool,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    group_members (group_id, user_id) {
        group_id -> Id,
        user_id -> Id,
        source -> Text,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    calendars (id) {
        id -> Id,
        project_id -> Id,
        key -> Text,
        name -> Text,
        time_zone -> Text,
        revision -> Integer,
        week -> Document,
        created_at -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    holidays (calendar_id, date, name) {
        calendar_id -> Id,
        date -> Date,
        name -> Text,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    agreements (id) {
        id -> Id,
        project_id -> Id,
        key -> Text,
        name -> Text,
        valid_from -> Date,
        valid_until -> Nullable<Date>,
        calendar_key -> Text,
        warning_percent -> Integer,
        pausing_reasons -> Document,
        targets -> Document,
        created_at -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    services (id) {
        id -> Id,
        project_id -> Id,
        key -> Text,
        name -> Text,
        category -> Text,
        description -> Text,
        kind -> Text,
        needs_authorisation -> Bool,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    information_systems (id) {
        id -> Id,
        project_id -> Id,
        key -> Text,
        name -> Text,
        category -> Text,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    components (id) {
        id -> Id,
        project_id -> Id,
        key -> Text,
        name -> Text,
        category -> Text,
        information_system_id -> Nullable<Id>,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    assets (id) {
        id -> Id,
        project_id -> Id,
        key -> Text,
        name -> Text,
        category -> Text,
        holder_id -> Nullable<Id>,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    tickets (id) {
        id -> Id,
        project_id -> Id,
        number -> Text,
        kind -> Text,
        channel -> Text,
        subject -> Text,
        description -> Text,
        status -> Text,
        pending_reason -> Nullable<Text>,
        pending_since -> Nullable<Instant>,
        pending_until -> Nullable<Instant>,
        level -> Integer,
        impact -> Text,
        urgency -> Text,
        priority -> Integer,
        requester_id -> Id,
        registered_by_id -> Id,
        assignee_id -> Nullable<Id>,
        group_id -> Nullable<Id>,
        provider_id -> Nullable<Id>,
        service_id -> Nullable<Id>,
        information_system_id -> Nullable<Id>,
        component_id -> Nullable<Id>,
        asset_id -> Nullable<Id>,
        fields -> Document,
        tags -> Document,
        solution -> Nullable<Text>,
        closure_reason -> Nullable<Text>,
        closure_note -> Nullable<Text>,
        redirected_to -> Nullable<Text>,
        registered_at -> Instant,
        opened_at -> Nullable<Instant>,
        resolved_at -> Nullable<Instant>,
        closed_at -> Nullable<Instant>,
        updated_at -> Instant,
        version -> BigInt,
        agreement_id -> Id,
        calendar_id -> Id,
        reopen_count -> Integer,
        resolution_count -> Integer,
        attention_target_minutes -> Integer,
        attention_warn_at -> Instant,
        attention_due_at -> Instant,
        resolution_target_minutes -> Nullable<Integer>,
        resolution_warn_at -> Nullable<Instant>,
        resolution_due_at -> Nullable<Instant>,
        acceptance_due_at -> Nullable<Instant>,
        attention_announced -> Text,
        resolution_announced -> Text,
        timer_at -> Nullable<Instant>,
        satisfied -> Nullable<Bool>,
        satisfaction_score -> Nullable<Integer>,
        surveyed_resolution -> Integer,
        search_text -> Text,
        confidential -> Bool,
        redacted_at -> Nullable<Instant>,
        reminder_at -> Nullable<Instant>,
        /// Only SQLite has it.
        row -> BigInt,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    ticket_events (id) {
        id -> Id,
        ticket_id -> Id,
        at -> Instant,
        actor_id -> Nullable<Id>,
        action -> Text,
        activity -> Nullable<Integer>,
        channel -> Text,
        address -> Nullable<Text>,
        visibility -> Text,
        note -> Nullable<Text>,
        changes -> Document,
        details -> Document,
        shared_with_id -> Nullable<Id>,
        redacted_at -> Nullable<Instant>,
        impersonator_id -> Nullable<Id>,
        quoted -> Nullable<Text>,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    ticket_watchers (ticket_id, user_id) {
        ticket_id -> Id,
        user_id -> Id,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    ticket_readers (ticket_id, user_id) {
        ticket_id -> Id,
        user_id -> Id,
        project_id -> Id,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    confidential_reads (ticket_id, user_id) {
        ticket_id -> Id,
        user_id -> Id,
        read_at -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    ticket_links (from_id, relation, to_id) {
        from_id -> Id,
        relation -> Text,
        to_id -> Id,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    attachments (id) {
        id -> Id,
        ticket_id -> Id,
        file_name -> Text,
        media_type -> Text,
        size_bytes -> BigInt,
        sha256 -> Text,
        visibility -> Text,
        uploaded_by_id -> Id,
        uploaded_at -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    surveys (id) {
        id -> Id,
        project_id -> Id,
        ticket_id -> Id,
        resolution -> Integer,
        satisfied -> Bool,
        score -> Nullable<Integer>,
        answers -> Document,
        comment -> Nullable<Text>,
        answered_at -> Instant,
        answered_by_id -> Id,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    sessions (id) {
        id -> Id,
        user_id -> Id,
        created_at -> Instant,
        expires_at -> Instant,
        revoked_at -> Nullable<Instant>,
        last_seen_at -> Instant,
        address -> Nullable<Text>,
        client -> Nullable<Text>,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    api_keys (id) {
        id -> Id,
        user_id -> Id,
        name -> Text,
        token_hash -> Binary,
        scopes -> Document,
        projects -> Nullable<Document>,
        created_at -> Instant,
        created_by_id -> Id,
        expires_at -> Instant,
        last_used_at -> Nullable<Instant>,
        revoked_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    second_factors (user_id) {
        user_id -> Id,
        sealed_secret -> Binary,
        started_at -> Instant,
        confirmed_at -> Nullable<Instant>,
        last_step -> BigInt,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    recovery_codes (user_id, code_hash) {
        user_id -> Id,
        code_hash -> Binary,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    refresh_tokens (token_hash) {
        token_hash -> Binary,
        session_id -> Id,
        issued_at -> Instant,
        used_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    sign_in_failures (subject) {
        subject -> Text,
        failures -> Integer,
        window_until -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    idempotency_keys (caller_id, key) {
        caller_id -> Id,
        key -> Text,
        request_hash -> Binary,
        status -> Integer,
        location -> Nullable<Text>,
        etag -> Nullable<Text>,
        body -> Text,
        created_at -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    audit_log (id) {
        id -> Id,
        at -> Instant,
        actor_id -> Nullable<Id>,
        operation -> Text,
        object -> Text,
        address -> Nullable<Text>,
        request_id -> Text,
        project_id -> Nullable<Id>,
        impersonator_id -> Nullable<Id>,
        api_key_id -> Nullable<Id>,
        changes -> Nullable<Text>,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    audit_chain (position) {
        position -> BigInt,
        entry_id -> Id,
        hash -> Binary,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    job_leases (name) {
        name -> Text,
        holder -> Id,
        held_until -> Instant,
        finished_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    settings (key) {
        key -> Text,
        value -> Text,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    privacy_notices (version) {
        version -> Integer,
        entity -> Text,
        contact -> Text,
        text_es -> Text,
        text_en -> Text,
        published_at -> Instant,
        published_by_id -> Id,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    privacy_acceptances (user_id, version) {
        user_id -> Id,
        version -> Integer,
        accepted_at -> Instant,
        address -> Nullable<Text>,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    privacy_erasures (user_id) {
        user_id -> Id,
        number -> Integer,
        erased_at -> Instant,
        erased_by_id -> Id,
        reason -> Text,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    privacy_retention (project_id) {
        project_id -> Id,
        closed_tickets_days -> Integer,
        attachments_days -> Integer,
        version -> BigInt,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    privacy_reports (id) {
        id -> Id,
        project_id -> Id,
        started_at -> Instant,
        finished_at -> Instant,
        tickets -> BigInt,
        events -> BigInt,
        files -> BigInt,
        more -> Bool,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    files_to_remove (id) {
        id -> Id,
        since -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    outbox (event_id) {
        event_id -> Id,
        at -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    outbox_failures (event_id) {
        event_id -> Id,
        at -> Instant,
        failed_at -> Instant,
        fault -> Text,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    feed (position) {
        position -> BigInt,
        event_id -> Id,
        ticket_id -> Id,
        project_id -> Id,
        at -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    presence (ticket_id, user_id, tab_id) {
        ticket_id -> Id,
        user_id -> Id,
        tab_id -> Id,
        company_id -> Nullable<Id>,
        writing -> Bool,
        seen_at -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    drafts (user_id, key) {
        user_id -> Id,
        key -> Text,
        value -> Document,
        version -> BigInt,
        updated_at -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    notices (id) {
        id -> Id,
        user_id -> Id,
        ticket_id -> Id,
        event_id -> Id,
        kind -> Text,
        created_at -> Instant,
        read_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    desk_notices (id) {
        id -> Id,
        user_id -> Id,
        project_id -> Id,
        kind -> Text,
        subject -> Text,
        page -> Text,
        created_at -> Instant,
        read_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    mails (id) {
        id -> Id,
        notice_id -> Nullable<Id>,
        project_id -> Nullable<Id>,
        ticket_id -> Nullable<Id>,
        user_id -> Nullable<Id>,
        recipient -> Text,
        message_id -> Text,
        thread_id -> Nullable<Text>,
        subject -> Text,
        body_text -> Text,
        body_html -> Text,
        state -> Text,
        attempts -> Integer,
        next_at -> Nullable<Instant>,
        last_fault -> Nullable<Text>,
        created_at -> Instant,
        sent_at -> Nullable<Instant>,
        reply_to -> Nullable<Text>,
        answers -> Nullable<Text>,
        bounced_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    inbound_mails (id) {
        id -> Id,
        project_id -> Id,
        mailbox -> Text,
        message_id -> Text,
        state -> Text,
        reason -> Nullable<Text>,
        user_id -> Nullable<Id>,
        sender -> Text,
        sender_name -> Nullable<Text>,
        recipients -> Text,
        subject -> Text,
        body -> Text,
        folded -> Nullable<Text>,
        size_bytes -> BigInt,
        files -> Integer,
        raw_id -> Nullable<Id>,
        sent_at -> Nullable<Instant>,
        received_at -> Instant,
        ticket_id -> Nullable<Id>,
        event_id -> Nullable<Id>,
        handled_by_id -> Nullable<Id>,
        handled_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    notice_preferences (user_id, kind) {
        user_id -> Id,
        kind -> Text,
        in_app -> Bool,
        by_mail -> Bool,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    templates (project_id, kind, locale) {
        project_id -> Id,
        kind -> Text,
        locale -> Text,
        source -> Nullable<Text>,
        version -> BigInt,
        changed_by_id -> Id,
        changed_at -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    inbound_sources (id) {
        id -> Id,
        project_id -> Id,
        channel -> Text,
        name -> Text,
        registrar_id -> Id,
        service_id -> Nullable<Id>,
        group_id -> Nullable<Id>,
        severities -> Document,
        flap_minutes -> Integer,
        active -> Bool,
        sealed_secret -> Binary,
        secret_hash -> Binary,
        earlier_sealed_secret -> Nullable<Binary>,
        earlier_secret_hash -> Nullable<Binary>,
        earlier_until -> Nullable<Instant>,
        created_at -> Instant,
        last_used_at -> Nullable<Instant>,
        version -> BigInt,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    stakeholders (id) {
        id -> Id,
        project_id -> Id,
        service_id -> Nullable<Id>,
        user_id -> Nullable<Id>,
        area -> Nullable<Text>,
        interest -> Text,
        influence -> Text,
        told_of -> Document,
        from_priority -> Integer,
        created_at -> Instant,
        updated_at -> Instant,
        version -> BigInt,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    webhooks (id) {
        id -> Id,
        project_id -> Id,
        description -> Text,
        url -> Text,
        events -> Document,
        internal -> Bool,
        confidential -> Bool,
        active -> Bool,
        disabled_reason -> Nullable<Text>,
        starts_after -> BigInt,
        failing_since -> Nullable<Instant>,
        sealed_secret -> Binary,
        sealed_previous_secret -> Nullable<Binary>,
        previous_secret_until -> Nullable<Instant>,
        created_at -> Instant,
        created_by_id -> Id,
        updated_at -> Instant,
        version -> BigInt,
        served_at -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    digest_preferences (user_id) {
        user_id -> Id,
        digest -> Text,
        hour -> Integer,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    inbound_deliveries (source_id, delivery) {
        source_id -> Id,
        delivery -> Text,
        received_at -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    digest_entries (notice_id) {
        notice_id -> Id,
        user_id -> Id,
        due_at -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    alert_groups (id) {
        id -> Id,
        source_id -> Id,
        key -> Text,
        ticket_id -> Id,
        last_at -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    digest_cases (mail_id, ticket_id) {
        mail_id -> Id,
        ticket_id -> Id,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    alerts (id) {
        id -> Id,
        source_id -> Id,
        group_id -> Id,
        fingerprint -> Text,
        name -> Text,
        severity -> Nullable<Text>,
        state -> Text,
        noted -> Text,
        noted_at -> Instant,
        first_at -> Instant,
        last_at -> Instant,
        times -> Integer,
        ticket_id -> Id,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    on_call (id) {
        id -> Id,
        group_id -> Id,
        user_id -> Id,
        starts_at -> Instant,
        ends_at -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    chat_conversations (source_id, conversation) {
        source_id -> Id,
        conversation -> Binary,
        ticket_id -> Id,
        last_at -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    survey_questions (project_id, key) {
        project_id -> Id,
        key -> Text,
        text_es -> Text,
        text_en -> Text,
        position -> Integer,
        active -> Bool,
        version -> BigInt,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    chat_messages (source_id, message) {
        source_id -> Id,
        message -> Binary,
        ticket_id -> Id,
        received_at -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::*;
    use diesel::sql_types::*;

    webhook_deliveries (id) {
        id -> Id,
        webhook_id -> Id,
        event_id -> Nullable<Id>,
        ticket_id -> Nullable<Id>,
        event_type -> Nullable<Text>,
        payload -> Text,
        state -> Text,
        attempts -> Integer,
        next_at -> Nullable<Instant>,
        fault -> Nullable<Text>,
        status_code -> Nullable<Integer>,
        answer -> Nullable<Text>,
        duration_ms -> Nullable<BigInt>,
        tried_at -> Nullable<Instant>,
        created_at -> Instant,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    projects,
    providers,
    users,
    memberships,
    groups,
    group_members,
    calendars,
    holidays,
    agreements,
    services,
    information_systems,
    components,
    assets,
    tickets,
    ticket_events,
    ticket_watchers,
    ticket_readers,
    confidential_reads,
    ticket_links,
    attachments,
    surveys,
    sessions,
    refresh_tokens,
    api_keys,
    second_factors,
    recovery_codes,
    sign_in_failures,
    idempotency_keys,
    audit_log,
    audit_chain,
    outbox,
    outbox_failures,
    feed,
    presence,
    drafts,
    notices,
    desk_notices,
    mails,
    inbound_mails,
    notice_preferences,
    templates,
    digest_preferences,
    digest_entries,
    digest_cases,
    on_call,
    survey_questions,
    webhooks,
    webhook_deliveries,
    job_leases,
    settings,
    privacy_notices,
    privacy_acceptances,
    privacy_erasures,
    privacy_retention,
    privacy_reports,
    files_to_remove,
    inbound_sources,
    inbound_deliveries,
    alert_groups,
    alerts,
    chat_conversations,
    chat_messages,
    stakeholders
);
