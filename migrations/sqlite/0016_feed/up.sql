-- What has happened to tickets, in one order for all readers: an entry's position is given when it is
-- told, after its commit, so that nobody who has read up to a position has missed anything before it.
CREATE TABLE feed (
  position    INTEGER PRIMARY KEY NOT NULL,
  event_id    BLOB NOT NULL UNIQUE,
  ticket_id   BLOB NOT NULL REFERENCES tickets (id),
  project_id  BLOB NOT NULL REFERENCES projects (id),
  at          INTEGER NOT NULL
) STRICT;
CREATE INDEX feed_by_project ON feed (project_id, position);
CREATE INDEX feed_by_ticket ON feed (ticket_id);
CREATE INDEX feed_by_age ON feed (at);
