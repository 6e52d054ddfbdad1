-- Who has a case open, and who is writing in it: passing, renewed every few seconds, and nobody's record.
CREATE TABLE presence (
  ticket_id   BLOB NOT NULL REFERENCES tickets (id),
  user_id     BLOB NOT NULL REFERENCES users (id),
  tab_id      BLOB NOT NULL,
  company_id  BLOB REFERENCES providers (id),
  writing     INTEGER NOT NULL CHECK (writing IN (0, 1)),
  seen_at     INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, user_id, tab_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX presence_by_age ON presence (seen_at);
CREATE INDEX presence_by_person ON presence (user_id);

-- What somebody is writing and has not sent yet.
CREATE TABLE drafts (
  user_id     BLOB NOT NULL REFERENCES users (id),
  key         TEXT NOT NULL,
  value       TEXT NOT NULL,
  version     INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL,
  PRIMARY KEY (user_id, key)
) STRICT;
CREATE INDEX drafts_by_age ON drafts (updated_at);
