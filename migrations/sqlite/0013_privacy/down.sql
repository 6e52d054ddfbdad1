DROP TRIGGER ticket_events_keep;
ALTER TABLE ticket_events DROP COLUMN redacted_at;
CREATE TRIGGER ticket_events_keep BEFORE UPDATE ON ticket_events BEGIN
  SELECT RAISE (ABORT, 'ticket_events is append-only');
END;
DROP INDEX tickets_to_redact;
ALTER TABLE tickets DROP COLUMN redacted_at;
DROP TABLE files_to_remove;
DROP TABLE privacy_reports;
DROP TABLE privacy_retention;
DROP TABLE privacy_erasures;
DROP TABLE privacy_acceptances;
DROP TABLE privacy_notices;
