DROP TABLE audit_chain;
DROP INDEX audit_log_by_instant;
DROP INDEX audit_log_by_object;
DROP INDEX audit_log_by_actor;
ALTER TABLE audit_log DROP COLUMN changes;
ALTER TABLE audit_log DROP COLUMN api_key_id;
ALTER TABLE audit_log DROP COLUMN impersonator_id;
ALTER TABLE audit_log DROP COLUMN project_id;
DELETE FROM settings WHERE key = 'audit_chain';
