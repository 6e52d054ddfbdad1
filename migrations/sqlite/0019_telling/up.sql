-- Telling people better: letters gathered in a digest, who is on call, reminders before silence counts as
-- acceptance, and the questions of the survey.

-- Letters of a person that are gathered; nobody without a row: each letter at once.
CREATE TABLE digest_preferences (
  user_id  BLOB PRIMARY KEY NOT NULL REFERENCES users (id),
  digest   TEXT NOT NULL CHECK (digest IN ('at_once', 'hourly', 'daily')),
  hour     INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23)
) STRICT, WITHOUT ROWID;

-- What waits for its digest, until the letter is written.
CREATE TABLE digest_entries (
  notice_id  BLOB PRIMARY KEY NOT NULL REFERENCES notices (id) ON DELETE CASCADE,
  user_id    BLOB NOT NULL REFERENCES users (id),
  due_at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX digest_entries_due ON digest_entries (due_at, user_id);
CREATE INDEX digest_entries_by_person ON digest_entries (user_id);

-- Which cases a digest speaks of.
CREATE TABLE digest_cases (
  mail_id    BLOB NOT NULL REFERENCES mails (id) ON DELETE CASCADE,
  ticket_id  BLOB NOT NULL REFERENCES tickets (id),
  PRIMARY KEY (mail_id, ticket_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX digest_cases_by_ticket ON digest_cases (ticket_id);

-- Who gets letters of a group's work outside service hours, and when (Ley 2191 de 2022).
CREATE TABLE on_call (
  id          BLOB PRIMARY KEY NOT NULL,
  group_id    BLOB NOT NULL REFERENCES groups (id),
  user_id     BLOB NOT NULL REFERENCES users (id),
  starts_at   INTEGER NOT NULL,
  ends_at     INTEGER NOT NULL,
  CHECK (starts_at < ends_at)
) STRICT;
CREATE INDEX on_call_by_group ON on_call (group_id, ends_at);
CREATE INDEX on_call_by_person ON on_call (user_id);

CREATE TABLE survey_questions (
  project_id  BLOB NOT NULL REFERENCES projects (id),
  key         TEXT NOT NULL,
  text_es     TEXT NOT NULL,
  text_en     TEXT NOT NULL,
  position    INTEGER NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  version     INTEGER NOT NULL,
  PRIMARY KEY (project_id, key)
) STRICT, WITHOUT ROWID;
INSERT INTO survey_questions (project_id, key, text_es, text_en, position, active, version)
  SELECT id, 'trato', '¿Cómo califica el trato que recibió?', 'How do you rate the way you were treated?', 1, 1, 1 FROM projects;
INSERT INTO survey_questions (project_id, key, text_es, text_en, position, active, version)
  SELECT id, 'rapidez', '¿Cómo califica la rapidez de la respuesta?', 'How do you rate how fast we answered?', 2, 1, 1 FROM projects;

-- How many hours before silence counts as acceptance the requester is reminded.
ALTER TABLE projects ADD COLUMN reminder_hours TEXT NOT NULL DEFAULT '[24]';
-- When the next reminder is due.
ALTER TABLE tickets ADD COLUMN reminder_at INTEGER;
