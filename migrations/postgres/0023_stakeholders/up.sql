-- Who has a stake in a service or in the whole of a project (Matriz de interesados), and of what major
-- incidents they are told.
CREATE TABLE stakeholders (
  id             UUID PRIMARY KEY,
  project_id     UUID NOT NULL REFERENCES projects (id),
  -- Null for all services, and for what is of none.
  service_id     UUID REFERENCES services (id),
  -- A person, or all the people of an area.
  user_id        UUID REFERENCES users (id),
  area           TEXT,
  interest       TEXT NOT NULL CHECK (interest IN ('high', 'medium', 'low')),
  influence      TEXT NOT NULL CHECK (influence IN ('high', 'medium', 'low')),
  told_of        JSONB NOT NULL,
  -- Of incidents of this priority, and of all that are more urgent.
  from_priority  INTEGER NOT NULL CHECK (from_priority BETWEEN 1 AND 5),
  created_at     TIMESTAMPTZ NOT NULL,
  updated_at     TIMESTAMPTZ NOT NULL,
  version        BIGINT NOT NULL,
  CHECK ((user_id IS NULL) <> (area IS NULL))
);
CREATE INDEX stakeholders_by_project ON stakeholders (project_id, id);
CREATE INDEX stakeholders_by_person ON stakeholders (user_id) WHERE user_id IS NOT NULL;
-- Each once of a service, and once of the whole project.
CREATE UNIQUE INDEX stakeholders_once ON stakeholders
  (project_id, COALESCE(service_id, project_id), COALESCE(user_id, project_id), COALESCE(area, ''));
