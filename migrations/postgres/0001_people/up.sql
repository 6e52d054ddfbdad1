-- Who there is: projects, people and what they are to each project, groups and providers.
-- Ids are UUIDs (v7); instants are UTC.

CREATE TABLE projects (
  id                 UUID PRIMARY KEY,
  key                TEXT NOT NULL UNIQUE,
  name               TEXT NOT NULL,
  time_zone          TEXT NOT NULL,
  acceptance_window  TEXT NOT NULL CHECK (acceptance_window IN ('wall_clock', 'not_before_service_day_end', 'service_hours')),
  acceptance_hours   INTEGER NOT NULL CHECK (acceptance_hours > 0),
  priority_matrix    JSONB NOT NULL,
  created_at         TIMESTAMPTZ NOT NULL
);

CREATE TABLE providers (
  id          UUID PRIMARY KEY,
  project_id  UUID NOT NULL REFERENCES projects (id),
  key         TEXT NOT NULL,
  name        TEXT NOT NULL,
  UNIQUE (project_id, key)
);

CREATE TABLE users (
  id             UUID PRIMARY KEY,
  username       TEXT NOT NULL UNIQUE,
  display_name   TEXT NOT NULL,
  email          TEXT,
  phone          TEXT,
  area           TEXT,
  locale         TEXT NOT NULL CHECK (locale IN ('es', 'en')),
  password_hash  TEXT,
  active         BOOLEAN NOT NULL,
  provider_id    UUID REFERENCES providers (id),
  search_text    TEXT NOT NULL,
  version        BIGINT NOT NULL,
  created_at     TIMESTAMPTZ NOT NULL,
  updated_at     TIMESTAMPTZ NOT NULL
);

CREATE TABLE memberships (
  user_id     UUID NOT NULL REFERENCES users (id),
  project_id  UUID NOT NULL REFERENCES projects (id),
  role        TEXT NOT NULL CHECK (role IN ('requester', 'agent', 'specialist', 'provider', 'supervisor', 'admin')),
  PRIMARY KEY (user_id, project_id, role)
);
CREATE INDEX memberships_by_project ON memberships (project_id, role);

CREATE TABLE groups (
  id           UUID PRIMARY KEY,
  project_id   UUID NOT NULL REFERENCES projects (id),
  key          TEXT NOT NULL,
  name         TEXT NOT NULL,
  level        INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
  provider_id  UUID REFERENCES providers (id),
  UNIQUE (project_id, key)
);

CREATE TABLE group_members (
  group_id  UUID NOT NULL REFERENCES groups (id),
  user_id   UUID NOT NULL REFERENCES users (id),
  PRIMARY KEY (group_id, user_id)
);
CREATE INDEX group_members_by_user ON group_members (user_id);
