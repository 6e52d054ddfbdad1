DROP TABLE settings;
DROP TABLE job_leases;
DROP TABLE audit_log;
DROP TABLE idempotency_keys;
DROP TABLE sign_in_failures;
DROP TABLE refresh_tokens;
DROP TABLE sessions;
