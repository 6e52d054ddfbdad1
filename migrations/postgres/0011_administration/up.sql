-- What administrators change has a version, and what is no longer used is kept for the past.

ALTER TABLE projects ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE providers
  ADD COLUMN version BIGINT NOT NULL DEFAULT 1,
  ADD COLUMN active BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE groups
  ADD COLUMN version BIGINT NOT NULL DEFAULT 1,
  ADD COLUMN active BOOLEAN NOT NULL DEFAULT TRUE;
CREATE INDEX users_by_name ON users (search_text, id);
