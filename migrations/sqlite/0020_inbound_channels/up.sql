-- By which sources alerts and chats come in, and what is known of what came.

-- The secret is sealed with a key that is not in these tables; found by its hash.
CREATE TABLE inbound_sources (
  id                     BLOB PRIMARY KEY NOT NULL,
  project_id             BLOB NOT NULL REFERENCES projects (id),
  channel                TEXT NOT NULL CHECK (channel IN ('chat', 'monitoring')),
  name                   TEXT NOT NULL,
  registrar_id           BLOB NOT NULL REFERENCES users (id),
  service_id             BLOB REFERENCES services (id),
  group_id               BLOB REFERENCES groups (id),
  severities             TEXT NOT NULL,
  flap_minutes           INTEGER NOT NULL CHECK (flap_minutes >= 0),
  active                 INTEGER NOT NULL CHECK (active IN (0, 1)),
  sealed_secret          BLOB NOT NULL,
  secret_hash            BLOB NOT NULL UNIQUE,
  earlier_sealed_secret  BLOB,
  earlier_secret_hash    BLOB UNIQUE,
  earlier_until          INTEGER,
  created_at             INTEGER NOT NULL,
  last_used_at           INTEGER,
  version                INTEGER NOT NULL,
  UNIQUE (project_id, channel, name)
) STRICT;
CREATE INDEX inbound_sources_by_registrar ON inbound_sources (registrar_id);

-- Signed deliveries of the last day: none is taken twice.
CREATE TABLE inbound_deliveries (
  source_id    BLOB NOT NULL REFERENCES inbound_sources (id) ON DELETE CASCADE,
  delivery     TEXT NOT NULL,
  received_at  INTEGER NOT NULL,
  PRIMARY KEY (source_id, delivery)
) STRICT, WITHOUT ROWID;
CREATE INDEX inbound_deliveries_by_age ON inbound_deliveries (received_at);

-- Alerts that belong together, and the incident that they are at present, or were last.
CREATE TABLE alert_groups (
  id         BLOB PRIMARY KEY NOT NULL,
  source_id  BLOB NOT NULL REFERENCES inbound_sources (id) ON DELETE CASCADE,
  key        TEXT NOT NULL,
  ticket_id  BLOB NOT NULL REFERENCES tickets (id),
  last_at    INTEGER NOT NULL,
  UNIQUE (source_id, key)
) STRICT;
CREATE INDEX alert_groups_by_age ON alert_groups (last_at);
CREATE INDEX alert_groups_by_ticket ON alert_groups (ticket_id);

-- The state is what the source said last; noted is what the incident's timeline says.
CREATE TABLE alerts (
  id           BLOB PRIMARY KEY NOT NULL,
  source_id    BLOB NOT NULL REFERENCES inbound_sources (id) ON DELETE CASCADE,
  group_id     BLOB NOT NULL REFERENCES alert_groups (id) ON DELETE CASCADE,
  fingerprint  TEXT NOT NULL,
  name         TEXT NOT NULL,
  severity     TEXT,
  state        TEXT NOT NULL CHECK (state IN ('firing', 'resolved')),
  noted        TEXT NOT NULL CHECK (noted IN ('firing', 'resolved')),
  noted_at     INTEGER NOT NULL,
  first_at     INTEGER NOT NULL,
  last_at      INTEGER NOT NULL,
  times        INTEGER NOT NULL,
  ticket_id    BLOB NOT NULL REFERENCES tickets (id),
  UNIQUE (group_id, fingerprint)
) STRICT;
CREATE INDEX alerts_by_source ON alerts (source_id);
CREATE INDEX alerts_by_ticket ON alerts (ticket_id);

-- Of conversations and messages only hashes are kept: their names may be telephone numbers.
CREATE TABLE chat_conversations (
  source_id     BLOB NOT NULL REFERENCES inbound_sources (id) ON DELETE CASCADE,
  conversation  BLOB NOT NULL,
  ticket_id     BLOB NOT NULL REFERENCES tickets (id),
  last_at       INTEGER NOT NULL,
  PRIMARY KEY (source_id, conversation)
) STRICT, WITHOUT ROWID;
CREATE INDEX chat_conversations_by_age ON chat_conversations (last_at);
CREATE INDEX chat_conversations_by_ticket ON chat_conversations (ticket_id);

CREATE TABLE chat_messages (
  source_id    BLOB NOT NULL REFERENCES inbound_sources (id) ON DELETE CASCADE,
  message      BLOB NOT NULL,
  ticket_id    BLOB NOT NULL REFERENCES tickets (id),
  received_at  INTEGER NOT NULL,
  PRIMARY KEY (source_id, message)
) STRICT, WITHOUT ROWID;
CREATE INDEX chat_messages_by_age ON chat_messages (received_at);
CREATE INDEX chat_messages_by_ticket ON chat_messages (ticket_id);
