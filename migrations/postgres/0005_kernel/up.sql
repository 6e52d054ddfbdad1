-- What every capability relies on: sessions, idempotency, audit, leases, settings.

CREATE TABLE sessions (
  id          UUID PRIMARY KEY,
  user_id     UUID NOT NULL REFERENCES users (id),
  created_at  TIMESTAMPTZ NOT NULL,
  expires_at  TIMESTAMPTZ NOT NULL,
  revoked_at  TIMESTAMPTZ
);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE refresh_tokens (
  token_hash  BYTEA PRIMARY KEY,
  session_id  UUID NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  issued_at   TIMESTAMPTZ NOT NULL,
  used_at     TIMESTAMPTZ
);
CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);

CREATE TABLE sign_in_failures (
  subject       TEXT PRIMARY KEY,
  failures      INTEGER NOT NULL,
  window_until  TIMESTAMPTZ NOT NULL
);

CREATE TABLE idempotency_keys (
  caller_id     UUID NOT NULL,
  key           TEXT NOT NULL,
  request_hash  BYTEA NOT NULL,
  status        INTEGER NOT NULL,
  location      TEXT,
  etag          TEXT,
  body          TEXT NOT NULL,
  created_at    TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (caller_id, key)
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

CREATE TABLE audit_log (
  id          UUID PRIMARY KEY,
  at          TIMESTAMPTZ NOT NULL,
  actor_id    UUID,
  operation   TEXT NOT NULL,
  object      TEXT NOT NULL,
  address     TEXT,
  request_id  TEXT NOT NULL
);
CREATE TRIGGER audit_log_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE job_leases (
  name         TEXT PRIMARY KEY,
  holder       UUID NOT NULL,
  held_until   TIMESTAMPTZ NOT NULL,
  finished_at  TIMESTAMPTZ
);

CREATE TABLE settings (
  key    TEXT PRIMARY KEY,
  value  TEXT NOT NULL
);
