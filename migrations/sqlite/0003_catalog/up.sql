-- The associated documents of TC-PD-15 §8 that a ticket refers to.

CREATE TABLE services (
  id                   BLOB PRIMARY KEY NOT NULL,
  project_id           BLOB NOT NULL REFERENCES projects (id),
  key                  TEXT NOT NULL,
  name                 TEXT NOT NULL,
  category             TEXT NOT NULL,
  description          TEXT NOT NULL,
  kind                 TEXT NOT NULL CHECK (kind IN ('incident', 'request', 'requirement', 'problem', 'change')),
  needs_authorisation  INTEGER NOT NULL CHECK (needs_authorisation IN (0, 1)),
  UNIQUE (project_id, key)
) STRICT;

CREATE TABLE information_systems (
  id          BLOB PRIMARY KEY NOT NULL,
  project_id  BLOB NOT NULL REFERENCES projects (id),
  key         TEXT NOT NULL,
  name        TEXT NOT NULL,
  category    TEXT NOT NULL,
  UNIQUE (project_id, key)
) STRICT;

CREATE TABLE components (
  id                     BLOB PRIMARY KEY NOT NULL,
  project_id             BLOB NOT NULL REFERENCES projects (id),
  key                    TEXT NOT NULL,
  name                   TEXT NOT NULL,
  category               TEXT NOT NULL,
  information_system_id  BLOB REFERENCES information_systems (id),
  UNIQUE (project_id, key)
) STRICT;

CREATE TABLE assets (
  id          BLOB PRIMARY KEY NOT NULL,
  project_id  BLOB NOT NULL REFERENCES projects (id),
  key         TEXT NOT NULL,
  name        TEXT NOT NULL,
  category    TEXT NOT NULL,
  holder_id   BLOB REFERENCES users (id),
  UNIQUE (project_id, key)
) STRICT;
