-- The associated documents of TC-PD-15 §8 that a ticket refers to.

CREATE TABLE services (
  id                   UUID PRIMARY KEY,
  project_id           UUID NOT NULL REFERENCES projects (id),
  key                  TEXT NOT NULL,
  name                 TEXT NOT NULL,
  category             TEXT NOT NULL,
  description          TEXT NOT NULL,
  kind                 TEXT NOT NULL CHECK (kind IN ('incident', 'request', 'requirement', 'problem', 'change')),
  needs_authorisation  BOOLEAN NOT NULL,
  UNIQUE (project_id, key)
);

CREATE TABLE information_systems (
  id          UUID PRIMARY KEY,
  project_id  UUID NOT NULL REFERENCES projects (id),
  key         TEXT NOT NULL,
  name        TEXT NOT NULL,
  category    TEXT NOT NULL,
  UNIQUE (project_id, key)
);

CREATE TABLE components (
  id                     UUID PRIMARY KEY,
  project_id             UUID NOT NULL REFERENCES projects (id),
  key                    TEXT NOT NULL,
  name                   TEXT NOT NULL,
  category               TEXT NOT NULL,
  information_system_id  UUID REFERENCES information_systems (id),
  UNIQUE (project_id, key)
);

CREATE TABLE assets (
  id          UUID PRIMARY KEY,
  project_id  UUID NOT NULL REFERENCES projects (id),
  key         TEXT NOT NULL,
  name        TEXT NOT NULL,
  category    TEXT NOT NULL,
  holder_id   UUID REFERENCES users (id),
  UNIQUE (project_id, key)
);
