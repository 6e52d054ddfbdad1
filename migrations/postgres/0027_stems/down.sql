DROP TRIGGER tickets_stems_changed ON tickets;
DROP TRIGGER tickets_stems_kept ON tickets;
DROP FUNCTION keep_stems();
DROP TABLE tickets_stems_lost;
DROP TABLE tickets_stems;
