-- Other programs that are told what happens to the tickets of a project, and what each was sent.

CREATE TABLE webhooks (
  id                      BLOB PRIMARY KEY NOT NULL,
  project_id              BLOB NOT NULL REFERENCES projects (id),
  description             TEXT NOT NULL,
  url                     TEXT NOT NULL,
  events                  TEXT NOT NULL,
  internal                INTEGER NOT NULL CHECK (internal IN (0, 1)),
  confidential            INTEGER NOT NULL CHECK (confidential IN (0, 1)),
  active                  INTEGER NOT NULL CHECK (active IN (0, 1)),
  disabled_reason         TEXT CHECK (disabled_reason IN ('gone', 'failing')),
  -- What happened up to this position of the feed it is not told of.
  starts_after            INTEGER NOT NULL,
  -- Since when nothing has arrived.
  failing_since           INTEGER,
  -- Sealed with a key that is not in these tables.
  sealed_secret           BLOB NOT NULL,
  sealed_previous_secret  BLOB,
  previous_secret_until   INTEGER,
  created_at              INTEGER NOT NULL,
  created_by_id           BLOB NOT NULL REFERENCES users (id),
  updated_at              INTEGER NOT NULL,
  version                 INTEGER NOT NULL
) STRICT;
CREATE INDEX webhooks_by_project ON webhooks (project_id, id);

CREATE TABLE webhook_deliveries (
  id           BLOB PRIMARY KEY NOT NULL,
  webhook_id   BLOB NOT NULL REFERENCES webhooks (id),
  -- Null for a ping.
  event_id     BLOB,
  ticket_id    BLOB REFERENCES tickets (id),
  event_type   TEXT,
  payload      TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'delivered', 'dead')),
  attempts     INTEGER NOT NULL,
  next_at      INTEGER,
  fault        TEXT CHECK (fault IN ('address', 'timeout', 'connection', 'status')),
  status_code  INTEGER,
  answer       TEXT,
  duration_ms  INTEGER,
  tried_at     INTEGER,
  created_at   INTEGER NOT NULL,
  UNIQUE (webhook_id, event_id)
) STRICT;
-- What the sender asks for.
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX webhook_deliveries_by_webhook ON webhook_deliveries (webhook_id, id DESC);
CREATE INDEX webhook_deliveries_by_ticket ON webhook_deliveries (ticket_id);
CREATE INDEX webhook_deliveries_by_age ON webhook_deliveries (created_at);
