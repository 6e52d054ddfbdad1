-- Who has a case open, and who is writing in it: passing, renewed every few seconds, and nobody's record.
CREATE TABLE presence (
  ticket_id   UUID NOT NULL REFERENCES tickets (id),
  user_id     UUID NOT NULL REFERENCES users (id),
  tab_id      UUID NOT NULL,
  company_id  UUID REFERENCES providers (id),
  writing     BOOLEAN NOT NULL,
  seen_at     TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (ticket_id, user_id, tab_id)
);
CREATE INDEX presence_by_age ON presence (seen_at);
CREATE INDEX presence_by_person ON presence (user_id);

-- What somebody is writing and has not sent yet.
CREATE TABLE drafts (
  user_id     UUID NOT NULL REFERENCES users (id),
  key         TEXT NOT NULL,
  value       JSONB NOT NULL,
  version     BIGINT NOT NULL,
  updated_at  TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (user_id, key)
);
CREATE INDEX drafts_by_age ON drafts (updated_at);
