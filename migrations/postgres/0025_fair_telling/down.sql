DROP INDEX sign_in_failures_by_age;
DROP TABLE desk_notices;
DROP INDEX webhook_deliveries_busy;
DROP INDEX webhook_deliveries_due_to_each;
ALTER TABLE webhooks DROP COLUMN served_at;
DROP TABLE outbox_failures;
