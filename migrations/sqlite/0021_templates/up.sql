-- The letters of a project in its own words. A row stays when it goes back to the desk's own template
-- (source is null then), so that no version comes twice.
CREATE TABLE templates (
  project_id     BLOB NOT NULL REFERENCES projects (id),
  kind           TEXT NOT NULL,
  locale         TEXT NOT NULL CHECK (locale IN ('es', 'en')),
  source         TEXT,
  version        INTEGER NOT NULL CHECK (version >= 0),
  changed_by_id  BLOB NOT NULL REFERENCES users (id),
  changed_at     INTEGER NOT NULL,
  PRIMARY KEY (project_id, kind, locale)
) STRICT, WITHOUT ROWID;
