-- The ticket and its append-only history. Columns of `tickets` after `version` are a cache of
-- what the history says, kept for lists and for the scheduler; `mesa rebuild` writes them anew.

CREATE TABLE tickets (
  row                           INTEGER PRIMARY KEY,  -- stable row number for full text (an implicit rowid changes on VACUUM)
  id                            BLOB NOT NULL UNIQUE,
  project_id                    BLOB NOT NULL REFERENCES projects (id),
  number                        TEXT NOT NULL UNIQUE,
  kind                          TEXT NOT NULL CHECK (kind IN ('incident', 'request', 'requirement', 'problem', 'change')),
  channel                       TEXT NOT NULL CHECK (channel IN ('portal', 'email', 'phone', 'walk_in', 'chat', 'api', 'monitoring')),
  subject                       TEXT NOT NULL,
  description                   TEXT NOT NULL,
  status                        TEXT NOT NULL CHECK (status IN ('registered', 'in_attention', 'in_analysis', 'in_progress', 'resolved', 'closed')),
  pending_reason                TEXT CHECK (pending_reason IN ('requester', 'third_party', 'parts', 'authorisation')),
  pending_since                 INTEGER,
  pending_until                 INTEGER,
  level                         INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
  impact                        TEXT NOT NULL CHECK (impact IN ('high', 'medium', 'low')),
  urgency                       TEXT NOT NULL CHECK (urgency IN ('high', 'medium', 'low')),
  priority                      INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 5),
  requester_id                  BLOB NOT NULL REFERENCES users (id),
  registered_by_id              BLOB NOT NULL REFERENCES users (id),
  assignee_id                   BLOB REFERENCES users (id),
  group_id                      BLOB REFERENCES groups (id),
  provider_id                   BLOB REFERENCES providers (id),
  service_id                    BLOB REFERENCES services (id),
  information_system_id         BLOB REFERENCES information_systems (id),
  component_id                  BLOB REFERENCES components (id),
  asset_id                      BLOB REFERENCES assets (id),
  fields                        TEXT NOT NULL,
  tags                          TEXT NOT NULL,
  solution                      TEXT,
  closure_reason                TEXT CHECK (closure_reason IN ('accepted', 'auto_accepted', 'rejected', 'redirected', 'cancelled', 'duplicate')),
  closure_note                  TEXT,
  redirected_to                 TEXT,
  registered_at                 INTEGER NOT NULL,
  opened_at                     INTEGER,
  resolved_at                   INTEGER,
  closed_at                     INTEGER,
  updated_at                    INTEGER NOT NULL,
  version                       INTEGER NOT NULL,
  agreement_id                  BLOB NOT NULL REFERENCES agreements (id),
  calendar_id                   BLOB NOT NULL REFERENCES calendars (id),
  reopen_count                  INTEGER NOT NULL,
  resolution_count              INTEGER NOT NULL,
  attention_target_minutes      INTEGER NOT NULL,
  attention_warn_at             INTEGER NOT NULL,
  attention_due_at              INTEGER NOT NULL,
  resolution_target_minutes     INTEGER,
  resolution_warn_at            INTEGER,
  resolution_due_at             INTEGER,
  acceptance_due_at             INTEGER,
  attention_announced           TEXT NOT NULL CHECK (attention_announced IN ('none', 'warning', 'breach')),
  resolution_announced          TEXT NOT NULL CHECK (resolution_announced IN ('none', 'warning', 'breach')),
  timer_at                      INTEGER,
  satisfied                     INTEGER CHECK (satisfied IN (0, 1)),
  satisfaction_score            INTEGER CHECK (satisfaction_score BETWEEN 1 AND 5),
  surveyed_resolution           INTEGER NOT NULL,
  search_text                   TEXT NOT NULL,
  CHECK ((pending_reason IS NULL) = (pending_since IS NULL)),
  CHECK ((status = 'closed') = (closure_reason IS NOT NULL)),
  CHECK ((status = 'closed') = (closed_at IS NOT NULL))
) STRICT;

-- One index for each order in which a queue is read.
CREATE INDEX tickets_by_registration ON tickets (project_id, registered_at DESC, id DESC);
CREATE INDEX tickets_by_status ON tickets (project_id, status, registered_at DESC, id DESC);
CREATE INDEX tickets_by_change ON tickets (project_id, updated_at DESC, id DESC);
CREATE INDEX tickets_open ON tickets (project_id, attention_due_at, id) WHERE status <> 'closed';
CREATE INDEX tickets_by_requester ON tickets (requester_id, registered_at DESC, id DESC);
CREATE INDEX tickets_by_assignee ON tickets (assignee_id, status, registered_at DESC);
CREATE INDEX tickets_by_group ON tickets (group_id, status, registered_at DESC);
CREATE INDEX tickets_by_provider ON tickets (provider_id, status, registered_at DESC) WHERE provider_id IS NOT NULL;
-- What the scheduler asks for: its work grows with what is due, never with what is open.
CREATE INDEX tickets_by_timer ON tickets (timer_at) WHERE timer_at IS NOT NULL;

-- Full text over search_text, which the application folds and stems; kept in step by triggers.
CREATE VIRTUAL TABLE tickets_text USING fts5 (search_text, content = 'tickets', content_rowid = 'row', tokenize = 'unicode61', prefix = '3');
CREATE TRIGGER tickets_text_insert AFTER INSERT ON tickets BEGIN
  INSERT INTO tickets_text (rowid, search_text) VALUES (new.row, new.search_text);
END;
CREATE TRIGGER tickets_text_delete AFTER DELETE ON tickets BEGIN
  INSERT INTO tickets_text (tickets_text, rowid, search_text) VALUES ('delete', old.row, old.search_text);
END;
CREATE TRIGGER tickets_text_update AFTER UPDATE OF search_text ON tickets WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO tickets_text (tickets_text, rowid, search_text) VALUES ('delete', old.row, old.search_text);
  INSERT INTO tickets_text (rowid, search_text) VALUES (new.row, new.search_text);
END;

CREATE TABLE ticket_counters (
  project_id  BLOB PRIMARY KEY NOT NULL REFERENCES projects (id),
  last        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_events (
  id          BLOB PRIMARY KEY NOT NULL,
  ticket_id   BLOB NOT NULL REFERENCES tickets (id),
  at          INTEGER NOT NULL,
  actor_id    BLOB REFERENCES users (id),
  action      TEXT NOT NULL,
  activity    INTEGER CHECK (activity BETWEEN 1 AND 14),
  channel     TEXT NOT NULL,
  address     TEXT,
  visibility  TEXT NOT NULL CHECK (visibility IN ('public', 'internal')),
  note        TEXT,
  changes     TEXT NOT NULL,
  details     TEXT NOT NULL
) STRICT;
CREATE INDEX ticket_events_by_ticket ON ticket_events (ticket_id, id);
CREATE TRIGGER ticket_events_keep BEFORE UPDATE ON ticket_events BEGIN
  SELECT RAISE (ABORT, 'ticket_events is append-only');
END;
CREATE TRIGGER ticket_events_stay BEFORE DELETE ON ticket_events BEGIN
  SELECT RAISE (ABORT, 'ticket_events is append-only');
END;

CREATE TABLE ticket_watchers (
  ticket_id  BLOB NOT NULL REFERENCES tickets (id),
  user_id    BLOB NOT NULL REFERENCES users (id),
  PRIMARY KEY (ticket_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_watchers_by_user ON ticket_watchers (user_id);

CREATE TABLE ticket_links (
  from_id   BLOB NOT NULL REFERENCES tickets (id),
  relation  TEXT NOT NULL CHECK (relation IN ('duplicate_of', 'follow_up_of')),
  to_id     BLOB NOT NULL REFERENCES tickets (id),
  PRIMARY KEY (from_id, relation, to_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_links_by_target ON ticket_links (to_id);

CREATE TABLE attachments (
  id              BLOB PRIMARY KEY NOT NULL,
  ticket_id       BLOB NOT NULL REFERENCES tickets (id),
  file_name       TEXT NOT NULL,
  media_type      TEXT NOT NULL,
  size_bytes      INTEGER NOT NULL,
  sha256          TEXT NOT NULL,
  visibility      TEXT NOT NULL CHECK (visibility IN ('public', 'internal')),
  uploaded_by_id  BLOB NOT NULL REFERENCES users (id),
  uploaded_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX attachments_by_ticket ON attachments (ticket_id, id);

CREATE TABLE surveys (
  id              BLOB PRIMARY KEY NOT NULL,
  ticket_id       BLOB NOT NULL REFERENCES tickets (id),
  resolution      INTEGER NOT NULL,
  satisfied       INTEGER NOT NULL CHECK (satisfied IN (0, 1)),
  score           INTEGER CHECK (score BETWEEN 1 AND 5),
  answers         TEXT NOT NULL,
  comment         TEXT,
  answered_at     INTEGER NOT NULL,
  answered_by_id  BLOB NOT NULL REFERENCES users (id),
  UNIQUE (ticket_id, resolution)
) STRICT;
