-- Confidential tickets: who may know of them, and who has read them when.

ALTER TABLE tickets ADD COLUMN confidential BOOLEAN NOT NULL DEFAULT FALSE;
-- All that tells whose eyes they are for: few tickets are in it, so that counts need not look at every row.
CREATE INDEX tickets_confidential ON tickets (project_id, id, requester_id, registered_by_id, assignee_id, confidential)
  WHERE confidential;

-- Who may know of it: those concerned, and those named as readers. Empty for all other tickets. The
-- project is the ticket's, which never changes.
CREATE TABLE ticket_readers (
  ticket_id   UUID NOT NULL REFERENCES tickets (id),
  user_id     UUID NOT NULL REFERENCES users (id),
  project_id  UUID NOT NULL REFERENCES projects (id),
  PRIMARY KEY (ticket_id, user_id)
);
CREATE INDEX ticket_readers_by_user ON ticket_readers (user_id, project_id, ticket_id);

-- When a person's last reading of a confidential ticket went into the audit log.
CREATE TABLE confidential_reads (
  ticket_id  UUID NOT NULL REFERENCES tickets (id),
  user_id    UUID NOT NULL REFERENCES users (id),
  read_at    TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (ticket_id, user_id)
);

-- The provider who may read an internal entry.
ALTER TABLE ticket_events ADD COLUMN shared_with_id UUID REFERENCES providers (id);
