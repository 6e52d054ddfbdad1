DROP INDEX surveys_answered;
ALTER TABLE surveys DROP COLUMN project_id;
DROP INDEX tickets_unresolved;
DROP INDEX tickets_resolved;
DROP INDEX tickets_registered;
