-- Personal data (Ley 1581 de 2012): the notice and its acceptances, who was made anonymous, and how
-- long records are kept.

-- Versions that administrators have published; version 1 is the program's own and is not in here.
CREATE TABLE privacy_notices (
  version          INTEGER PRIMARY KEY NOT NULL CHECK (version > 1),
  entity           TEXT NOT NULL,
  contact          TEXT NOT NULL,
  text_es          TEXT NOT NULL,
  text_en          TEXT NOT NULL,
  published_at     INTEGER NOT NULL,
  published_by_id  BLOB NOT NULL REFERENCES users (id)
) STRICT;

CREATE TABLE privacy_acceptances (
  user_id      BLOB NOT NULL REFERENCES users (id),
  version      INTEGER NOT NULL,
  accepted_at  INTEGER NOT NULL,
  address      TEXT,
  PRIMARY KEY (user_id, version)
) STRICT, WITHOUT ROWID;

-- Who was made anonymous, and the number in place of their name.
CREATE TABLE privacy_erasures (
  user_id       BLOB PRIMARY KEY NOT NULL REFERENCES users (id),
  number        INTEGER NOT NULL UNIQUE,
  erased_at     INTEGER NOT NULL,
  erased_by_id  BLOB NOT NULL REFERENCES users (id),
  reason        TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- For how many days records of a project are kept; 0 for ever, as where there is no row.
CREATE TABLE privacy_retention (
  project_id           BLOB PRIMARY KEY NOT NULL REFERENCES projects (id),
  closed_tickets_days  INTEGER NOT NULL CHECK (closed_tickets_days >= 0),
  attachments_days     INTEGER NOT NULL CHECK (attachments_days >= 0),
  version              INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE privacy_reports (
  id           BLOB PRIMARY KEY NOT NULL,
  project_id   BLOB NOT NULL REFERENCES projects (id),
  started_at   INTEGER NOT NULL,
  finished_at  INTEGER NOT NULL,
  tickets      INTEGER NOT NULL,
  events       INTEGER NOT NULL,
  files        INTEGER NOT NULL,
  more         INTEGER NOT NULL CHECK (more IN (0, 1))
) STRICT;
CREATE INDEX privacy_reports_by_project ON privacy_reports (project_id, id);

-- Files that nothing refers to any more, until their bytes are gone too.
CREATE TABLE files_to_remove (
  id        BLOB PRIMARY KEY NOT NULL,
  since     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- When a closed ticket was made anonymous because its time was over.
ALTER TABLE tickets ADD COLUMN redacted_at INTEGER;
CREATE INDEX tickets_to_redact ON tickets (project_id, closed_at) WHERE closed_at IS NOT NULL AND redacted_at IS NULL;

-- The history stays append-only, but for the words of a person in it: what happened, when and to what
-- remains as it was.
ALTER TABLE ticket_events ADD COLUMN redacted_at INTEGER;
DROP TRIGGER ticket_events_keep;
CREATE TRIGGER ticket_events_keep BEFORE UPDATE ON ticket_events
WHEN new.redacted_at IS NULL
  OR (new.id, new.ticket_id, new.at, new.action, new.channel, new.visibility)
     IS NOT (old.id, old.ticket_id, old.at, old.action, old.channel, old.visibility)
  OR new.activity IS NOT old.activity OR new.shared_with_id IS NOT old.shared_with_id
BEGIN
  SELECT RAISE (ABORT, 'ticket_events is append-only');
END;
