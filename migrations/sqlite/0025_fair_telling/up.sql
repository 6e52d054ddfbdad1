-- One thing that fails holds up nothing else: what cannot be told, whose turn it is, what administrators
-- find in the bell, and removing what is old a little at a time.

-- Entries of timelines that could not be told, set aside for the operator.
CREATE TABLE outbox_failures (
  event_id   BLOB PRIMARY KEY NOT NULL,
  -- When it happened, as in the outbox.
  at         INTEGER NOT NULL,
  failed_at  INTEGER NOT NULL,
  fault      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_failures_by_age ON outbox_failures (failed_at);

-- When a webhook last had its turn.
ALTER TABLE webhooks ADD COLUMN served_at INTEGER NOT NULL DEFAULT 0;
-- What is due to a webhook, and whether somebody is at it.
CREATE INDEX webhook_deliveries_due_to_each ON webhook_deliveries (webhook_id, next_at)
  WHERE next_at IS NOT NULL;
CREATE INDEX webhook_deliveries_busy ON webhook_deliveries (webhook_id, state, next_at)
  WHERE next_at IS NOT NULL;

-- What administrators are told of the settings of their projects.
CREATE TABLE desk_notices (
  id          BLOB PRIMARY KEY NOT NULL,
  user_id     BLOB NOT NULL REFERENCES users (id),
  project_id  BLOB NOT NULL REFERENCES projects (id),
  kind        TEXT NOT NULL CHECK (kind IN ('webhook_disabled')),
  subject     TEXT NOT NULL,
  -- Where in the SPA it is looked after.
  page        TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  read_at     INTEGER
) STRICT;
CREATE INDEX desk_notices_by_person ON desk_notices (user_id, id DESC);
CREATE INDEX desk_notices_unread ON desk_notices (user_id) WHERE read_at IS NULL;
CREATE INDEX desk_notices_by_age ON desk_notices (created_at);

CREATE INDEX sign_in_failures_by_age ON sign_in_failures (window_until);
