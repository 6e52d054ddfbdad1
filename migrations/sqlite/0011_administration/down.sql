DROP INDEX users_by_name;
ALTER TABLE groups DROP COLUMN active;
ALTER TABLE groups DROP COLUMN version;
ALTER TABLE providers DROP COLUMN active;
ALTER TABLE providers DROP COLUMN version;
ALTER TABLE projects DROP COLUMN version;
