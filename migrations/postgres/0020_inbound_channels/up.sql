-- By which sources alerts and chats come in, and what is known of what came.

-- The secret is sealed with a key that is not in these tables; found by its hash.
CREATE TABLE inbound_sources (
  id                     UUID PRIMARY KEY,
  project_id             UUID NOT NULL REFERENCES projects (id),
  channel                TEXT NOT NULL CHECK (channel IN ('chat', 'monitoring')),
  name                   TEXT NOT NULL,
  registrar_id           UUID NOT NULL REFERENCES users (id),
  service_id             UUID REFERENCES services (id),
  group_id               UUID REFERENCES groups (id),
  severities             JSONB NOT NULL,
  flap_minutes           INTEGER NOT NULL CHECK (flap_minutes >= 0),
  active                 BOOLEAN NOT NULL,
  sealed_secret          BYTEA NOT NULL,
  secret_hash            BYTEA NOT NULL UNIQUE,
  earlier_sealed_secret  BYTEA,
  earlier_secret_hash    BYTEA UNIQUE,
  earlier_until          TIMESTAMPTZ,
  created_at             TIMESTAMPTZ NOT NULL,
  last_used_at           TIMESTAMPTZ,
  version                BIGINT NOT NULL,
  UNIQUE (project_id, channel, name)
);
CREATE INDEX inbound_sources_by_registrar ON inbound_sources (registrar_id);

-- Signed deliveries of the last day: none is taken twice.
CREATE TABLE inbound_deliveries (
  source_id    UUID NOT NULL REFERENCES inbound_sources (id) ON DELETE CASCADE,
  delivery     TEXT NOT NULL,
  received_at  TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (source_id, delivery)
);
CREATE INDEX inbound_deliveries_by_age ON inbound_deliveries (received_at);

-- Alerts that belong together, and the incident that they are at present, or were last.
CREATE TABLE alert_groups (
  id         UUID PRIMARY KEY,
  source_id  UUID NOT NULL REFERENCES inbound_sources (id) ON DELETE CASCADE,
  key        TEXT NOT NULL,
  ticket_id  UUID NOT NULL REFERENCES tickets (id),
  last_at    TIMESTAMPTZ NOT NULL,
  UNIQUE (source_id, key)
);
CREATE INDEX alert_groups_by_age ON alert_groups (last_at);
CREATE INDEX alert_groups_by_ticket ON alert_groups (ticket_id);

-- The state is what the source said last; noted is what the incident's timeline says.
CREATE TABLE alerts (
  id           UUID PRIMARY KEY,
  source_id    UUID NOT NULL REFERENCES inbound_sources (id) ON DELETE CASCADE,
  group_id     UUID NOT NULL REFERENCES alert_groups (id) ON DELETE CASCADE,
  fingerprint  TEXT NOT NULL,
  name         TEXT NOT NULL,
  severity     TEXT,
  state        TEXT NOT NULL CHECK (state IN ('firing', 'resolved')),
  noted        TEXT NOT NULL CHECK (noted IN ('firing', 'resolved')),
  noted_at     TIMESTAMPTZ NOT NULL,
  first_at     TIMESTAMPTZ NOT NULL,
  last_at      TIMESTAMPTZ NOT NULL,
  times        INTEGER NOT NULL,
  ticket_id    UUID NOT NULL REFERENCES tickets (id),
  UNIQUE (group_id, fingerprint)
);
CREATE INDEX alerts_by_source ON alerts (source_id);
CREATE INDEX alerts_by_ticket ON alerts (ticket_id);

-- Of conversations and messages only hashes are kept: their names may be telephone numbers.
CREATE TABLE chat_conversations (
  source_id     UUID NOT NULL REFERENCES inbound_sources (id) ON DELETE CASCADE,
  conversation  BYTEA NOT NULL,
  ticket_id     UUID NOT NULL REFERENCES tickets (id),
  last_at       TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (source_id, conversation)
);
CREATE INDEX chat_conversations_by_age ON chat_conversations (last_at);
CREATE INDEX chat_conversations_by_ticket ON chat_conversations (ticket_id);

CREATE TABLE chat_messages (
  source_id    UUID NOT NULL REFERENCES inbound_sources (id) ON DELETE CASCADE,
  message      BYTEA NOT NULL,
  ticket_id    UUID NOT NULL REFERENCES tickets (id),
  received_at  TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (source_id, message)
);
CREATE INDEX chat_messages_by_age ON chat_messages (received_at);
CREATE INDEX chat_messages_by_ticket ON chat_messages (ticket_id);
