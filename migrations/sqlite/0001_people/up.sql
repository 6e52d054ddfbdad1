-- Who there is: projects, people and what they are to each project, groups and providers.
-- Ids are UUIDs (v7) of 16 bytes; instants are whole microseconds since 1970 in UTC.

CREATE TABLE projects (
  id                 BLOB PRIMARY KEY NOT NULL,
  key                TEXT NOT NULL UNIQUE,
  name               TEXT NOT NULL,
  time_zone          TEXT NOT NULL,
  acceptance_window  TEXT NOT NULL CHECK (acceptance_window IN ('wall_clock', 'not_before_service_day_end', 'service_hours')),
  acceptance_hours   INTEGER NOT NULL CHECK (acceptance_hours > 0),
  priority_matrix    TEXT NOT NULL,
  created_at         INTEGER NOT NULL
) STRICT;

CREATE TABLE providers (
  id          BLOB PRIMARY KEY NOT NULL,
  project_id  BLOB NOT NULL REFERENCES projects (id),
  key         TEXT NOT NULL,
  name        TEXT NOT NULL,
  UNIQUE (project_id, key)
) STRICT;

CREATE TABLE users (
  id             BLOB PRIMARY KEY NOT NULL,
  username       TEXT NOT NULL UNIQUE,
  display_name   TEXT NOT NULL,
  email          TEXT,
  phone          TEXT,
  area           TEXT,
  locale         TEXT NOT NULL CHECK (locale IN ('es', 'en')),
  password_hash  TEXT,
  active         INTEGER NOT NULL CHECK (active IN (0, 1)),
  provider_id    BLOB REFERENCES providers (id),
  search_text    TEXT NOT NULL,
  version        INTEGER NOT NULL,
  created_at     INTEGER NOT NULL,
  updated_at     INTEGER NOT NULL
) STRICT;

CREATE TABLE memberships (
  user_id     BLOB NOT NULL REFERENCES users (id),
  project_id  BLOB NOT NULL REFERENCES projects (id),
  role        TEXT NOT NULL CHECK (role IN ('requester', 'agent', 'specialist', 'provider', 'supervisor', 'admin')),
  PRIMARY KEY (user_id, project_id, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX memberships_by_project ON memberships (project_id, role);

CREATE TABLE groups (
  id           BLOB PRIMARY KEY NOT NULL,
  project_id   BLOB NOT NULL REFERENCES projects (id),
  key          TEXT NOT NULL,
  name         TEXT NOT NULL,
  level        INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
  provider_id  BLOB REFERENCES providers (id),
  UNIQUE (project_id, key)
) STRICT;

CREATE TABLE group_members (
  group_id  BLOB NOT NULL REFERENCES groups (id),
  user_id   BLOB NOT NULL REFERENCES users (id),
  PRIMARY KEY (group_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_members_by_user ON group_members (user_id);
