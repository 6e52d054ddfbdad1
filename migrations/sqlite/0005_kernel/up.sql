-- What every capability relies on: sessions, idempotency, audit, leases, settings.

CREATE TABLE sessions (
  id          BLOB PRIMARY KEY NOT NULL,
  user_id     BLOB NOT NULL REFERENCES users (id),
  created_at  INTEGER NOT NULL,
  expires_at  INTEGER NOT NULL,
  revoked_at  INTEGER
) STRICT;
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE refresh_tokens (
  token_hash  BLOB PRIMARY KEY NOT NULL,
  session_id  BLOB NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  issued_at   INTEGER NOT NULL,
  used_at     INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);

CREATE TABLE sign_in_failures (
  subject       TEXT PRIMARY KEY NOT NULL,
  failures      INTEGER NOT NULL,
  window_until  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency_keys (
  caller_id     BLOB NOT NULL,
  key           TEXT NOT NULL,
  request_hash  BLOB NOT NULL,
  status        INTEGER NOT NULL,
  location      TEXT,
  etag          TEXT,
  body          TEXT NOT NULL,
  created_at    INTEGER NOT NULL,
  PRIMARY KEY (caller_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

CREATE TABLE audit_log (
  id          BLOB PRIMARY KEY NOT NULL,
  at          INTEGER NOT NULL,
  actor_id    BLOB,
  operation   TEXT NOT NULL,
  object      TEXT NOT NULL,
  address     TEXT,
  request_id  TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_log_keep BEFORE UPDATE ON audit_log BEGIN
  SELECT RAISE (ABORT, 'audit_log is append-only');
END;
CREATE TRIGGER audit_log_stay BEFORE DELETE ON audit_log BEGIN
  SELECT RAISE (ABORT, 'audit_log is append-only');
END;

CREATE TABLE job_leases (
  name         TEXT PRIMARY KEY NOT NULL,
  holder       BLOB NOT NULL,
  held_until   INTEGER NOT NULL,
  finished_at  INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  key    TEXT PRIMARY KEY NOT NULL,
  value  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
