-- What people and programs prove themselves by: sessions that their owner can tell apart, passwords
-- that must be changed, second factors, API keys.

ALTER TABLE users
  ADD COLUMN kind TEXT NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'service')),
  ADD COLUMN must_change_password BOOLEAN NOT NULL DEFAULT FALSE;

ALTER TABLE sessions
  ADD COLUMN last_seen_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  ADD COLUMN address TEXT,
  ADD COLUMN client TEXT;
UPDATE sessions SET last_seen_at = created_at;
CREATE INDEX sessions_by_user ON sessions (user_id, id);

CREATE TABLE api_keys (
  id             UUID PRIMARY KEY,
  user_id        UUID NOT NULL REFERENCES users (id),
  name           TEXT NOT NULL,
  token_hash     BYTEA NOT NULL UNIQUE,
  scopes         JSONB NOT NULL,
  projects       JSONB,
  created_at     TIMESTAMPTZ NOT NULL,
  created_by_id  UUID NOT NULL REFERENCES users (id),
  expires_at     TIMESTAMPTZ NOT NULL,
  last_used_at   TIMESTAMPTZ,
  revoked_at     TIMESTAMPTZ
);
CREATE INDEX api_keys_by_user ON api_keys (user_id, id);

-- The secret is sealed with a key that is not in these tables. A step is one of the 30 seconds of
-- RFC 6238; no code of the last one used, or of one before, is taken again.
CREATE TABLE second_factors (
  user_id        UUID PRIMARY KEY REFERENCES users (id),
  sealed_secret  BYTEA NOT NULL,
  started_at     TIMESTAMPTZ NOT NULL,
  confirmed_at   TIMESTAMPTZ,
  last_step      BIGINT NOT NULL
);

CREATE TABLE recovery_codes (
  user_id    UUID NOT NULL REFERENCES second_factors (user_id) ON DELETE CASCADE,
  code_hash  BYTEA NOT NULL,
  PRIMARY KEY (user_id, code_hash)
);
