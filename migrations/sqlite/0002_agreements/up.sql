-- When the desk is open and what it promises (TC-PD-15 §7). Rows are revisions: a change adds
-- one, so that the clocks of older tickets stay as they were.

CREATE TABLE calendars (
  id          BLOB PRIMARY KEY NOT NULL,
  project_id  BLOB NOT NULL REFERENCES projects (id),
  key         TEXT NOT NULL,
  name        TEXT NOT NULL,
  time_zone   TEXT NOT NULL,
  revision    INTEGER NOT NULL,
  week        TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  UNIQUE (project_id, key, revision)
) STRICT;

CREATE TABLE holidays (
  calendar_id  BLOB NOT NULL REFERENCES calendars (id),
  date         TEXT NOT NULL,
  name         TEXT NOT NULL,
  PRIMARY KEY (calendar_id, date, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreements (
  id               BLOB PRIMARY KEY NOT NULL,
  project_id       BLOB NOT NULL REFERENCES projects (id),
  key              TEXT NOT NULL,
  name             TEXT NOT NULL,
  valid_from       TEXT NOT NULL,
  valid_until      TEXT,
  calendar_key     TEXT NOT NULL,
  warning_percent  INTEGER NOT NULL CHECK (warning_percent BETWEEN 1 AND 100),
  pausing_reasons  TEXT NOT NULL,
  targets          TEXT NOT NULL,
  created_at       INTEGER NOT NULL,
  UNIQUE (project_id, key)
) STRICT;
