-- Who is told of what: what is still to be told, notices in the bell, and letters on their way.

-- One row for each entry of a timeline that nobody has been told of yet, written with the entry.
CREATE TABLE outbox (
  event_id  UUID PRIMARY KEY,
  at        TIMESTAMPTZ NOT NULL
);

CREATE TABLE notices (
  id          UUID PRIMARY KEY,
  user_id     UUID NOT NULL REFERENCES users (id),
  ticket_id   UUID NOT NULL REFERENCES tickets (id),
  event_id    UUID NOT NULL,
  kind        TEXT NOT NULL,
  created_at  TIMESTAMPTZ NOT NULL,
  read_at     TIMESTAMPTZ,
  UNIQUE (user_id, event_id)
);
CREATE INDEX notices_by_person ON notices (user_id, id DESC);
CREATE INDEX notices_unread ON notices (user_id) WHERE read_at IS NULL;
CREATE INDEX notices_by_ticket ON notices (ticket_id);
CREATE INDEX notices_by_age ON notices (created_at);

CREATE TABLE mails (
  id            UUID PRIMARY KEY,
  notice_id     UUID UNIQUE REFERENCES notices (id),
  project_id    UUID REFERENCES projects (id),
  ticket_id     UUID REFERENCES tickets (id),
  user_id       UUID REFERENCES users (id),
  recipient     TEXT NOT NULL,
  message_id    TEXT NOT NULL UNIQUE,
  thread_id     TEXT,
  subject       TEXT NOT NULL,
  body_text     TEXT NOT NULL,
  body_html     TEXT NOT NULL,
  state         TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'dead')),
  attempts      INTEGER NOT NULL,
  next_at       TIMESTAMPTZ,
  last_fault    TEXT,
  created_at    TIMESTAMPTZ NOT NULL,
  sent_at       TIMESTAMPTZ
);
-- What the sender asks for.
CREATE INDEX mails_due ON mails (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX mails_by_state ON mails (state, id DESC);
CREATE INDEX mails_by_ticket ON mails (ticket_id);
CREATE INDEX mails_by_person ON mails (user_id);
CREATE INDEX mails_by_age ON mails (created_at);

-- A kind that a person does not want, in the bell or by mail; the rest is told.
CREATE TABLE notice_preferences (
  user_id  UUID NOT NULL REFERENCES users (id),
  kind     TEXT NOT NULL,
  in_app   BOOLEAN NOT NULL,
  by_mail  BOOLEAN NOT NULL,
  PRIMARY KEY (user_id, kind)
);
