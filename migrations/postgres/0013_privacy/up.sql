-- Personal data (Ley 1581 de 2012): the notice and its acceptances, who was made anonymous, and how
-- long records are kept.

-- Versions that administrators have published; version 1 is the program's own and is not in here.
CREATE TABLE privacy_notices (
  version          INTEGER PRIMARY KEY NOT NULL CHECK (version > 1),
  entity           TEXT NOT NULL,
  contact          TEXT NOT NULL,
  text_es          TEXT NOT NULL,
  text_en          TEXT NOT NULL,
  published_at     TIMESTAMPTZ NOT NULL,
  published_by_id  UUID NOT NULL REFERENCES users (id)
);

CREATE TABLE privacy_acceptances (
  user_id      UUID NOT NULL REFERENCES users (id),
  version      INTEGER NOT NULL,
  accepted_at  TIMESTAMPTZ NOT NULL,
  address      TEXT,
  PRIMARY KEY (user_id, version)
);

-- Who was made anonymous, and the number in place of their name.
CREATE TABLE privacy_erasures (
  user_id       UUID PRIMARY KEY NOT NULL REFERENCES users (id),
  number        INTEGER NOT NULL UNIQUE,
  erased_at     TIMESTAMPTZ NOT NULL,
  erased_by_id  UUID NOT NULL REFERENCES users (id),
  reason        TEXT NOT NULL
);

-- For how many days records of a project are kept; 0 for ever, as where there is no row.
CREATE TABLE privacy_retention (
  project_id           UUID PRIMARY KEY NOT NULL REFERENCES projects (id),
  closed_tickets_days  INTEGER NOT NULL CHECK (closed_tickets_days >= 0),
  attachments_days     INTEGER NOT NULL CHECK (attachments_days >= 0),
  version              BIGINT NOT NULL
);

CREATE TABLE privacy_reports (
  id           UUID PRIMARY KEY NOT NULL,
  project_id   UUID NOT NULL REFERENCES projects (id),
  started_at   TIMESTAMPTZ NOT NULL,
  finished_at  TIMESTAMPTZ NOT NULL,
  tickets      BIGINT NOT NULL,
  events       BIGINT NOT NULL,
  files        BIGINT NOT NULL,
  more         BOOLEAN NOT NULL
);
CREATE INDEX privacy_reports_by_project ON privacy_reports (project_id, id);

-- Files that nothing refers to any more, until their bytes are gone too.
CREATE TABLE files_to_remove (
  id        UUID PRIMARY KEY NOT NULL,
  since     TIMESTAMPTZ NOT NULL
);

-- When a closed ticket was made anonymous because its time was over.
ALTER TABLE tickets ADD COLUMN redacted_at TIMESTAMPTZ;
CREATE INDEX tickets_to_redact ON tickets (project_id, closed_at) WHERE closed_at IS NOT NULL AND redacted_at IS NULL;

-- The history stays append-only, but for the words of a person in it: what happened, when and to what
-- remains as it was.
ALTER TABLE ticket_events ADD COLUMN redacted_at TIMESTAMPTZ;
DROP TRIGGER ticket_events_keep ON ticket_events;
CREATE TRIGGER ticket_events_stay BEFORE DELETE OR TRUNCATE ON ticket_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE FUNCTION refuse_all_but_redaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.redacted_at IS NULL
    OR (NEW.id, NEW.ticket_id, NEW.at, NEW.action, NEW.activity, NEW.channel, NEW.visibility, NEW.shared_with_id)
       IS DISTINCT FROM
       (OLD.id, OLD.ticket_id, OLD.at, OLD.action, OLD.activity, OLD.channel, OLD.visibility, OLD.shared_with_id)
  THEN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ticket_events_keep BEFORE UPDATE ON ticket_events
  FOR EACH ROW EXECUTE FUNCTION refuse_all_but_redaction();
