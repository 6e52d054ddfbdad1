-- What has happened to tickets, in one order for all readers: an entry's position is given when it is
-- told, after its commit, so that nobody who has read up to a position has missed anything before it.
CREATE TABLE feed (
  position    BIGINT PRIMARY KEY,
  event_id    UUID NOT NULL UNIQUE,
  ticket_id   UUID NOT NULL REFERENCES tickets (id),
  project_id  UUID NOT NULL REFERENCES projects (id),
  at          TIMESTAMPTZ NOT NULL
);
CREATE INDEX feed_by_project ON feed (project_id, position);
CREATE INDEX feed_by_ticket ON feed (ticket_id);
CREATE INDEX feed_by_age ON feed (at);
