-- When the desk is open and what it promises (TC-PD-15 §7). Rows are revisions: a change adds
-- one, so that the clocks of older tickets stay as they were.

CREATE TABLE calendars (
  id          UUID PRIMARY KEY,
  project_id  UUID NOT NULL REFERENCES projects (id),
  key         TEXT NOT NULL,
  name        TEXT NOT NULL,
  time_zone   TEXT NOT NULL,
  revision    INTEGER NOT NULL,
  week        JSONB NOT NULL,
  created_at  TIMESTAMPTZ NOT NULL,
  UNIQUE (project_id, key, revision)
);

CREATE TABLE holidays (
  calendar_id  UUID NOT NULL REFERENCES calendars (id),
  date         DATE NOT NULL,
  name         TEXT NOT NULL,
  PRIMARY KEY (calendar_id, date, name)
);

CREATE TABLE agreements (
  id               UUID PRIMARY KEY,
  project_id       UUID NOT NULL REFERENCES projects (id),
  key              TEXT NOT NULL,
  name             TEXT NOT NULL,
  valid_from       DATE NOT NULL,
  valid_until      DATE,
  calendar_key     TEXT NOT NULL,
  warning_percent  INTEGER NOT NULL CHECK (warning_percent BETWEEN 1 AND 100),
  pausing_reasons  JSONB NOT NULL,
  targets          JSONB NOT NULL,
  created_at       TIMESTAMPTZ NOT NULL,
  UNIQUE (project_id, key)
);
