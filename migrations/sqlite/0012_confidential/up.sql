-- Confidential tickets: who may know of them, and who has read them when.

ALTER TABLE tickets ADD COLUMN confidential INTEGER NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1));
-- All that tells whose eyes they are for: few tickets are in it, so that counts need not look at every row.
CREATE INDEX tickets_confidential ON tickets (project_id, id, requester_id, registered_by_id, assignee_id, confidential)
  WHERE confidential;

-- Who may know of it: those concerned, and those named as readers. Empty for all other tickets. The
-- project is the ticket's, which never changes.
CREATE TABLE ticket_readers (
  ticket_id   BLOB NOT NULL REFERENCES tickets (id),
  user_id     BLOB NOT NULL REFERENCES users (id),
  project_id  BLOB NOT NULL REFERENCES projects (id),
  PRIMARY KEY (ticket_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_readers_by_user ON ticket_readers (user_id, project_id, ticket_id);

-- When a person's last reading of a confidential ticket went into the audit log.
CREATE TABLE confidential_reads (
  ticket_id  BLOB NOT NULL REFERENCES tickets (id),
  user_id    BLOB NOT NULL REFERENCES users (id),
  read_at    INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, user_id)
) STRICT, WITHOUT ROWID;

-- The provider who may read an internal entry.
ALTER TABLE ticket_events ADD COLUMN shared_with_id BLOB REFERENCES providers (id);
