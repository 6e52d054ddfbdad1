ALTER TABLE ticket_events DROP COLUMN impersonator_id;
