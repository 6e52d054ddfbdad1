ALTER TABLE group_members DROP COLUMN source;
ALTER TABLE memberships DROP COLUMN source;
DROP INDEX users_by_external_id;
ALTER TABLE users DROP COLUMN absent_since;
ALTER TABLE users DROP COLUMN office;
ALTER TABLE users DROP COLUMN external_id;
ALTER TABLE users DROP COLUMN source;
