-- The audit log proves itself: what changed, through what, and a chain of hashes over all of it.

ALTER TABLE audit_log ADD COLUMN project_id BLOB;
ALTER TABLE audit_log ADD COLUMN impersonator_id BLOB;
ALTER TABLE audit_log ADD COLUMN api_key_id BLOB;
ALTER TABLE audit_log ADD COLUMN changes TEXT;
CREATE INDEX audit_log_by_actor ON audit_log (actor_id, id);
CREATE INDEX audit_log_by_object ON audit_log (object, id);
CREATE INDEX audit_log_by_instant ON audit_log (at, id);

-- Apart from the log, so that writing an entry waits for nobody: the entries are chained shortly after.
CREATE TABLE audit_chain (
  position  INTEGER PRIMARY KEY NOT NULL,
  entry_id  BLOB NOT NULL UNIQUE,
  hash      BLOB NOT NULL
) STRICT;
CREATE TRIGGER audit_chain_keep BEFORE UPDATE ON audit_chain BEGIN
  SELECT RAISE (ABORT, 'audit_chain is append-only');
END;
CREATE TRIGGER audit_chain_stay BEFORE DELETE ON audit_chain BEGIN
  SELECT RAISE (ABORT, 'audit_chain is append-only');
END;
