DROP INDEX users_by_name;
ALTER TABLE groups
  DROP COLUMN active,
  DROP COLUMN version;
ALTER TABLE providers
  DROP COLUMN active,
  DROP COLUMN version;
ALTER TABLE projects DROP COLUMN version;
