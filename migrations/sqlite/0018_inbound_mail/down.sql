ALTER TABLE mails DROP COLUMN bounced_at;
ALTER TABLE mails DROP COLUMN answers;
ALTER TABLE mails DROP COLUMN reply_to;
DROP TABLE inbound_mails;
