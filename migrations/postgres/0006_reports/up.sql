-- What reports count, by the period they are about: each index has all that its counts need, so
-- that none of them reads the tickets themselves.

CREATE INDEX tickets_registered ON tickets (project_id, registered_at) INCLUDE (
  kind, channel, service_id, level, closure_reason, reopen_count, resolution_count, calendar_id, opened_at, resolved_at,
  closed_at, attention_due_at, attention_announced, resolution_target_minutes, resolution_due_at, resolution_announced
);
CREATE INDEX tickets_resolved ON tickets (project_id, resolved_at) INCLUDE (
  level, closure_reason, resolution_count, surveyed_resolution
) WHERE resolved_at IS NOT NULL;
CREATE INDEX tickets_unresolved ON tickets (project_id, status) INCLUDE (
  registered_at, assignee_id, pending_since
) WHERE status <> 'closed' AND status <> 'resolved';

-- Answers get their ticket's project, which never changes, so that they are counted without it.
ALTER TABLE surveys ADD COLUMN project_id UUID REFERENCES projects (id);
UPDATE surveys SET project_id = tickets.project_id FROM tickets WHERE tickets.id = surveys.ticket_id;
ALTER TABLE surveys ALTER COLUMN project_id SET NOT NULL;
CREATE INDEX surveys_answered ON surveys (answered_at) INCLUDE (project_id, satisfied, score, ticket_id);
