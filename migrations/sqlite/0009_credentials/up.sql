-- What people and programs prove themselves by: sessions that their owner can tell apart, passwords
-- that must be changed, second factors, API keys.

ALTER TABLE users ADD COLUMN kind TEXT NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'service'));
ALTER TABLE users ADD COLUMN must_change_password INTEGER NOT NULL DEFAULT 0 CHECK (must_change_password IN (0, 1));

ALTER TABLE sessions ADD COLUMN last_seen_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN address TEXT;
ALTER TABLE sessions ADD COLUMN client TEXT;
UPDATE sessions SET last_seen_at = created_at;
CREATE INDEX sessions_by_user ON sessions (user_id, id);

CREATE TABLE api_keys (
  id             BLOB PRIMARY KEY NOT NULL,
  user_id        BLOB NOT NULL REFERENCES users (id),
  name           TEXT NOT NULL,
  token_hash     BLOB NOT NULL UNIQUE,
  scopes         TEXT NOT NULL,
  projects       TEXT,
  created_at     INTEGER NOT NULL,
  created_by_id  BLOB NOT NULL REFERENCES users (id),
  expires_at     INTEGER NOT NULL,
  last_used_at   INTEGER,
  revoked_at     INTEGER
) STRICT;
CREATE INDEX api_keys_by_user ON api_keys (user_id, id);

-- The secret is sealed with a key that is not in these tables. A step is one of the 30 seconds of
-- RFC 6238; no code of the last one used, or of one before, is taken again.
CREATE TABLE second_factors (
  user_id        BLOB PRIMARY KEY NOT NULL REFERENCES users (id),
  sealed_secret  BLOB NOT NULL,
  started_at     INTEGER NOT NULL,
  confirmed_at   INTEGER,
  last_step      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE recovery_codes (
  user_id    BLOB NOT NULL REFERENCES second_factors (user_id) ON DELETE CASCADE,
  code_hash  BLOB NOT NULL,
  PRIMARY KEY (user_id, code_hash)
) STRICT, WITHOUT ROWID;
