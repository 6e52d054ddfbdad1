-- Other programs that are told what happens to the tickets of a project, and what each was sent.

CREATE TABLE webhooks (
  id                      UUID PRIMARY KEY,
  project_id              UUID NOT NULL REFERENCES projects (id),
  description             TEXT NOT NULL,
  url                     TEXT NOT NULL,
  events                  JSONB NOT NULL,
  internal                BOOLEAN NOT NULL,
  confidential            BOOLEAN NOT NULL,
  active                  BOOLEAN NOT NULL,
  disabled_reason         TEXT CHECK (disabled_reason IN ('gone', 'failing')),
  -- What happened up to this position of the feed it is not told of.
  starts_after            BIGINT NOT NULL,
  -- Since when nothing has arrived.
  failing_since           TIMESTAMPTZ,
  -- Sealed with a key that is not in these tables.
  sealed_secret           BYTEA NOT NULL,
  sealed_previous_secret  BYTEA,
  previous_secret_until   TIMESTAMPTZ,
  created_at              TIMESTAMPTZ NOT NULL,
  created_by_id           UUID NOT NULL REFERENCES users (id),
  updated_at              TIMESTAMPTZ NOT NULL,
  version                 BIGINT NOT NULL
);
CREATE INDEX webhooks_by_project ON webhooks (project_id, id);

CREATE TABLE webhook_deliveries (
  id           UUID PRIMARY KEY,
  webhook_id   UUID NOT NULL REFERENCES webhooks (id),
  -- Null for a ping.
  event_id     UUID,
  ticket_id    UUID REFERENCES tickets (id),
  event_type   TEXT,
  payload      TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'delivered', 'dead')),
  attempts     INTEGER NOT NULL,
  next_at      TIMESTAMPTZ,
  fault        TEXT CHECK (fault IN ('address', 'timeout', 'connection', 'status')),
  status_code  INTEGER,
  answer       TEXT,
  duration_ms  BIGINT,
  tried_at     TIMESTAMPTZ,
  created_at   TIMESTAMPTZ NOT NULL,
  UNIQUE (webhook_id, event_id)
);
-- What the sender asks for.
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX webhook_deliveries_by_webhook ON webhook_deliveries (webhook_id, id DESC);
CREATE INDEX webhook_deliveries_by_ticket ON webhook_deliveries (ticket_id);
CREATE INDEX webhook_deliveries_by_age ON webhook_deliveries (created_at);
