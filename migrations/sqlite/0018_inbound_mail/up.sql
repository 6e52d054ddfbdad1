-- Mails that come to the desk: what became of each, and what waits for somebody to decide.

CREATE TABLE inbound_mails (
  id             BLOB PRIMARY KEY NOT NULL,
  project_id     BLOB NOT NULL REFERENCES projects (id),
  mailbox        TEXT NOT NULL,
  message_id     TEXT NOT NULL,
  state          TEXT NOT NULL CHECK (state IN ('quarantined', 'registered', 'commented', 'noted', 'ignored', 'discarded')),
  -- Why it is, or was, in quarantine.
  reason         TEXT,
  -- Whose mail it is, if the desk knows the address.
  user_id        BLOB REFERENCES users (id),
  sender         TEXT NOT NULL,
  sender_name    TEXT,
  recipients     TEXT NOT NULL,
  subject        TEXT NOT NULL,
  body           TEXT NOT NULL,
  -- What it quotes of earlier ones, and its signature.
  folded         TEXT,
  size_bytes     INTEGER NOT NULL,
  files          INTEGER NOT NULL,
  -- All of it, as a file of the file store.
  raw_id         BLOB,
  sent_at        INTEGER,
  received_at    INTEGER NOT NULL,
  -- The case that it became, or has become part of; in quarantine, the one it seems to be about.
  ticket_id      BLOB REFERENCES tickets (id),
  event_id       BLOB,
  handled_by_id  BLOB REFERENCES users (id),
  handled_at     INTEGER,
  UNIQUE (mailbox, message_id)
) STRICT;
CREATE INDEX inbound_mails_by_project ON inbound_mails (project_id, state, id DESC);
CREATE INDEX inbound_mails_by_message ON inbound_mails (message_id);
CREATE INDEX inbound_mails_by_sender ON inbound_mails (sender, received_at);
CREATE INDEX inbound_mails_by_ticket ON inbound_mails (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX inbound_mails_by_person ON inbound_mails (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX inbound_mails_by_age ON inbound_mails (received_at);

-- To which address a letter is answered, which mails of the person it answers (with spaces between), and
-- that it came back.
ALTER TABLE mails ADD COLUMN reply_to TEXT;
ALTER TABLE mails ADD COLUMN answers TEXT;
ALTER TABLE mails ADD COLUMN bounced_at INTEGER;
