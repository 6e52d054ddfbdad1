ALTER TABLE tickets DROP COLUMN reminder_at;
ALTER TABLE projects DROP COLUMN reminder_hours;
DROP TABLE survey_questions;
DROP TABLE on_call;
DROP TABLE digest_cases;
DROP TABLE digest_entries;
DROP TABLE digest_preferences;
