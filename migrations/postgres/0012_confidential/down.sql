ALTER TABLE ticket_events DROP COLUMN shared_with_id;
DROP TABLE confidential_reads;
DROP TABLE ticket_readers;
DROP INDEX tickets_confidential;
ALTER TABLE tickets DROP COLUMN confidential;
