DROP INDEX users_by_name;
DROP INDEX IF EXISTS sessions_by_user;
ALTER TABLE groups DROP COLUMN active;
ALTER TABLE groups DROP COLUMN version;
ALTER TABLE providers DROP COLUMN active;
ALTER TABLE providers DROP COLUMN version;
ALTER TABLE projects DROP COLUMN version;
