-- Who is told of what: what is still to be told, notices in the bell, and letters on their way.

-- One row for each entry of a timeline that nobody has been told of yet, written with the entry.
CREATE TABLE outbox (
  event_id  BLOB PRIMARY KEY NOT NULL,
  at        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE notices (
  id          BLOB PRIMARY KEY NOT NULL,
  user_id     BLOB NOT NULL REFERENCES users (id),
  ticket_id   BLOB NOT NULL REFERENCES tickets (id),
  event_id    BLOB NOT NULL,
  kind        TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  read_at     INTEGER,
  UNIQUE (user_id, event_id)
) STRICT;
CREATE INDEX notices_by_person ON notices (user_id, id DESC);
CREATE INDEX notices_unread ON notices (user_id) WHERE read_at IS NULL;
CREATE INDEX notices_by_ticket ON notices (ticket_id);
CREATE INDEX notices_by_age ON notices (created_at);

CREATE TABLE mails (
  id            BLOB PRIMARY KEY NOT NULL,
  notice_id     BLOB UNIQUE REFERENCES notices (id),
  project_id    BLOB REFERENCES projects (id),
  ticket_id     BLOB REFERENCES tickets (id),
  user_id       BLOB REFERENCES users (id),
  recipient     TEXT NOT NULL,
  message_id    TEXT NOT NULL UNIQUE,
  thread_id     TEXT,
  subject       TEXT NOT NULL,
  body_text     TEXT NOT NULL,
  body_html     TEXT NOT NULL,
  state         TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'dead')),
  attempts      INTEGER NOT NULL,
  next_at       INTEGER,
  last_fault    TEXT,
  created_at    INTEGER NOT NULL,
  sent_at       INTEGER
) STRICT;
-- What the sender asks for.
CREATE INDEX mails_due ON mails (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX mails_by_state ON mails (state, id DESC);
CREATE INDEX mails_by_ticket ON mails (ticket_id);
CREATE INDEX mails_by_person ON mails (user_id);
CREATE INDEX mails_by_age ON mails (created_at);

-- A kind that a person does not want, in the bell or by mail; the rest is told.
CREATE TABLE notice_preferences (
  user_id  BLOB NOT NULL REFERENCES users (id),
  kind     TEXT NOT NULL,
  in_app   INTEGER NOT NULL CHECK (in_app IN (0, 1)),
  by_mail  INTEGER NOT NULL CHECK (by_mail IN (0, 1)),
  PRIMARY KEY (user_id, kind)
) STRICT, WITHOUT ROWID;
