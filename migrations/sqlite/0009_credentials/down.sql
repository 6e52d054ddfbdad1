DROP TABLE recovery_codes;
DROP TABLE second_factors;
DROP TABLE api_keys;
DROP INDEX sessions_by_user;
ALTER TABLE sessions DROP COLUMN client;
ALTER TABLE sessions DROP COLUMN address;
ALTER TABLE sessions DROP COLUMN last_seen_at;
ALTER TABLE users DROP COLUMN must_change_password;
ALTER TABLE users DROP COLUMN kind;
