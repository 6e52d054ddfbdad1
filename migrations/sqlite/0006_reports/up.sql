-- What reports count, by the period they are about: each index has all that its counts need, so
-- that none of them reads the tickets themselves.

CREATE INDEX tickets_registered ON tickets (
  project_id, registered_at,
  kind, channel, service_id, level, closure_reason, reopen_count, resolution_count, calendar_id, opened_at, resolved_at,
  closed_at, attention_due_at, attention_announced, resolution_target_minutes, resolution_due_at, resolution_announced
);
CREATE INDEX tickets_resolved ON tickets (
  project_id, resolved_at,
  level, closure_reason, resolution_count, surveyed_resolution
) WHERE resolved_at IS NOT NULL;
CREATE INDEX tickets_unresolved ON tickets (
  project_id, status,
  registered_at, assignee_id, pending_since
) WHERE status <> 'closed' AND status <> 'resolved';

-- Answers get their ticket's project, which never changes, so that they are counted without it.
CREATE TABLE answered_surveys (
  id              BLOB PRIMARY KEY NOT NULL,
  project_id      BLOB NOT NULL REFERENCES projects (id),
  ticket_id       BLOB NOT NULL REFERENCES tickets (id),
  resolution      INTEGER NOT NULL,
  satisfied       INTEGER NOT NULL CHECK (satisfied IN (0, 1)),
  score           INTEGER CHECK (score BETWEEN 1 AND 5),
  answers         TEXT NOT NULL,
  comment         TEXT,
  answered_at     INTEGER NOT NULL,
  answered_by_id  BLOB NOT NULL REFERENCES users (id),
  UNIQUE (ticket_id, resolution)
) STRICT;
INSERT INTO answered_surveys
  SELECT surveys.id, tickets.project_id, ticket_id, resolution, surveys.satisfied, score, answers, comment, answered_at, answered_by_id
  FROM surveys JOIN tickets ON tickets.id = surveys.ticket_id;
DROP TABLE surveys;
ALTER TABLE answered_surveys RENAME TO surveys;
CREATE INDEX surveys_answered ON surveys (answered_at, project_id, satisfied, score, ticket_id);
