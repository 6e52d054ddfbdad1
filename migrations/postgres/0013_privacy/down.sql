DROP TRIGGER ticket_events_keep ON ticket_events;
DROP FUNCTION refuse_all_but_redaction();
DROP TRIGGER ticket_events_stay ON ticket_events;
ALTER TABLE ticket_events DROP COLUMN redacted_at;
CREATE TRIGGER ticket_events_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON ticket_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
DROP INDEX tickets_to_redact;
ALTER TABLE tickets DROP COLUMN redacted_at;
DROP TABLE files_to_remove;
DROP TABLE privacy_reports;
DROP TABLE privacy_retention;
DROP TABLE privacy_erasures;
DROP TABLE privacy_acceptances;
DROP TABLE privacy_notices;
