-- The audit log proves itself: what changed, through what, and a chain of hashes over all of it.

ALTER TABLE audit_log
  ADD COLUMN project_id UUID,
  ADD COLUMN impersonator_id UUID,
  ADD COLUMN api_key_id UUID,
  ADD COLUMN changes TEXT;
CREATE INDEX audit_log_by_actor ON audit_log (actor_id, id);
CREATE INDEX audit_log_by_object ON audit_log (object, id);
CREATE INDEX audit_log_by_instant ON audit_log (at, id);

-- Apart from the log, so that writing an entry waits for nobody: the entries are chained shortly after.
CREATE TABLE audit_chain (
  position  BIGINT PRIMARY KEY,
  entry_id  UUID NOT NULL UNIQUE,
  hash      BYTEA NOT NULL
);
CREATE TRIGGER audit_chain_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_chain
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
