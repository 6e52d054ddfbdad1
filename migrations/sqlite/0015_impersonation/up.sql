-- Who acted in the actor's place, for support.
ALTER TABLE ticket_events ADD COLUMN impersonator_id BLOB REFERENCES users (id);
