-- The ticket and its append-only history. Columns of `tickets` after `version` are a cache of
-- what the history says, kept for lists and for the scheduler; `mesa rebuild` writes them anew.

CREATE TABLE tickets (
  id                            UUID PRIMARY KEY,
  project_id                    UUID NOT NULL REFERENCES projects (id),
  number                        TEXT NOT NULL UNIQUE,
  kind                          TEXT NOT NULL CHECK (kind IN ('incident', 'request', 'requirement', 'problem', 'change')),
  channel                       TEXT NOT NULL CHECK (channel IN ('portal', 'email', 'phone', 'walk_in', 'chat', 'api', 'monitoring')),
  subject                       TEXT NOT NULL,
  description                   TEXT NOT NULL,
  status                        TEXT NOT NULL CHECK (status IN ('registered', 'in_attention', 'in_analysis', 'in_progress', 'resolved', 'closed')),
  pending_reason                TEXT CHECK (pending_reason IN ('requester', 'third_party', 'parts', 'authorisation')),
  pending_since                 TIMESTAMPTZ,
  pending_until                 TIMESTAMPTZ,
  level                         INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
  impact                        TEXT NOT NULL CHECK (impact IN ('high', 'medium', 'low')),
  urgency                       TEXT NOT NULL CHECK (urgency IN ('high', 'medium', 'low')),
  priority                      INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 5),
  requester_id                  UUID NOT NULL REFERENCES users (id),
  registered_by_id              UUID NOT NULL REFERENCES users (id),
  assignee_id                   UUID REFERENCES users (id),
  group_id                      UUID REFERENCES groups (id),
  provider_id                   UUID REFERENCES providers (id),
  service_id                    UUID REFERENCES services (id),
  information_system_id         UUID REFERENCES information_systems (id),
  component_id                  UUID REFERENCES components (id),
  asset_id                      UUID REFERENCES assets (id),
  fields                        JSONB NOT NULL,
  tags                          JSONB NOT NULL,
  solution                      TEXT,
  closure_reason                TEXT CHECK (closure_reason IN ('accepted', 'auto_accepted', 'rejected', 'redirected', 'cancelled', 'duplicate')),
  closure_note                  TEXT,
  redirected_to                 TEXT,
  registered_at                 TIMESTAMPTZ NOT NULL,
  opened_at                     TIMESTAMPTZ,
  resolved_at                   TIMESTAMPTZ,
  closed_at                     TIMESTAMPTZ,
  updated_at                    TIMESTAMPTZ NOT NULL,
  version                       BIGINT NOT NULL,
  agreement_id                  UUID NOT NULL REFERENCES agreements (id),
  calendar_id                   UUID NOT NULL REFERENCES calendars (id),
  reopen_count                  INTEGER NOT NULL,
  resolution_count              INTEGER NOT NULL,
  attention_target_minutes      INTEGER NOT NULL,
  attention_warn_at             TIMESTAMPTZ NOT NULL,
  attention_due_at              TIMESTAMPTZ NOT NULL,
  resolution_target_minutes     INTEGER,
  resolution_warn_at            TIMESTAMPTZ,
  resolution_due_at             TIMESTAMPTZ,
  acceptance_due_at             TIMESTAMPTZ,
  attention_announced           TEXT NOT NULL CHECK (attention_announced IN ('none', 'warning', 'breach')),
  resolution_announced          TEXT NOT NULL CHECK (resolution_announced IN ('none', 'warning', 'breach')),
  timer_at                      TIMESTAMPTZ,
  satisfied                     BOOLEAN,
  satisfaction_score            INTEGER CHECK (satisfaction_score BETWEEN 1 AND 5),
  surveyed_resolution           INTEGER NOT NULL,
  search_text                   TEXT NOT NULL,
  search_vector                 TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple', search_text)) STORED,
  CHECK ((pending_reason IS NULL) = (pending_since IS NULL)),
  CHECK ((status = 'closed') = (closure_reason IS NOT NULL)),
  CHECK ((status = 'closed') = (closed_at IS NOT NULL))
);

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

-- Full text over search_text, which the application folds and stems.
CREATE INDEX tickets_text ON tickets USING gin (search_vector);

-- Numbers come from one sequence for each project, made with the project: taking one locks nobody.

CREATE TABLE ticket_events (
  id          UUID PRIMARY KEY,
  ticket_id   UUID NOT NULL REFERENCES tickets (id),
  at          TIMESTAMPTZ NOT NULL,
  actor_id    UUID REFERENCES users (id),
  action      TEXT NOT NULL,
  activity    INTEGER CHECK (activity BETWEEN 1 AND 14),
  channel     TEXT NOT NULL,
  address     TEXT,
  visibility  TEXT NOT NULL CHECK (visibility IN ('public', 'internal')),
  note        TEXT,
  changes     JSONB NOT NULL,
  details     JSONB NOT NULL
);
CREATE INDEX ticket_events_by_ticket ON ticket_events (ticket_id, id);
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER ticket_events_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON ticket_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE ticket_watchers (
  ticket_id  UUID NOT NULL REFERENCES tickets (id),
  user_id    UUID NOT NULL REFERENCES users (id),
  PRIMARY KEY (ticket_id, user_id)
);
CREATE INDEX ticket_watchers_by_user ON ticket_watchers (user_id);

CREATE TABLE ticket_links (
  from_id   UUID NOT NULL REFERENCES tickets (id),
  relation  TEXT NOT NULL CHECK (relation IN ('duplicate_of', 'follow_up_of')),
  to_id     UUID NOT NULL REFERENCES tickets (id),
  PRIMARY KEY (from_id, relation, to_id)
);
CREATE INDEX ticket_links_by_target ON ticket_links (to_id);

CREATE TABLE attachments (
  id              UUID PRIMARY KEY,
  ticket_id       UUID NOT NULL REFERENCES tickets (id),
  file_name       TEXT NOT NULL,
  media_type      TEXT NOT NULL,
  size_bytes      BIGINT NOT NULL,
  sha256          TEXT NOT NULL,
  visibility      TEXT NOT NULL CHECK (visibility IN ('public', 'internal')),
  uploaded_by_id  UUID NOT NULL REFERENCES users (id),
  uploaded_at     TIMESTAMPTZ NOT NULL
);
CREATE INDEX attachments_by_ticket ON attachments (ticket_id, id);

CREATE TABLE surveys (
  id              UUID PRIMARY KEY,
  ticket_id       UUID NOT NULL REFERENCES tickets (id),
  resolution      INTEGER NOT NULL,
  satisfied       BOOLEAN NOT NULL,
  score           INTEGER CHECK (score BETWEEN 1 AND 5),
  answers         JSONB NOT NULL,
  comment         TEXT,
  answered_at     TIMESTAMPTZ NOT NULL,
  answered_by_id  UUID NOT NULL REFERENCES users (id),
  UNIQUE (ticket_id, resolution)
);
