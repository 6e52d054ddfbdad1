-- A ticket's row is now its instant of registration in microseconds, or the next free number, so that
-- full text, which finds by row, finds in the order of registration and can stop when a page is full.

DROP TRIGGER tickets_text_insert;
DROP TRIGGER tickets_text_delete;
DROP TRIGGER tickets_text_update;
DROP TABLE tickets_text;

UPDATE tickets SET row = -row;
UPDATE tickets SET row = numbered.row FROM (
  SELECT id, place + max(registered_at - place) OVER (ORDER BY place) AS row FROM (
    SELECT id, registered_at, row_number() OVER (ORDER BY registered_at, id) AS place FROM tickets
  )
) AS numbered WHERE tickets.id = numbered.id;

-- The application folds and stems; nothing is left to the tokenizer but the spaces.
CREATE VIRTUAL TABLE tickets_text USING fts5 (search_text, content = 'tickets', content_rowid = 'row', tokenize = 'ascii', prefix = '3');
INSERT INTO tickets_text (tickets_text) VALUES ('rebuild');
CREATE TRIGGER tickets_text_insert AFTER INSERT ON tickets BEGIN
  INSERT INTO tickets_text (rowid, search_text) VALUES (new.row, new.search_text);
END;
CREATE TRIGGER tickets_text_delete AFTER DELETE ON tickets BEGIN
  INSERT INTO tickets_text (tickets_text, rowid, search_text) VALUES ('delete', old.row, old.search_text);
END;
CREATE TRIGGER tickets_text_update AFTER UPDATE OF search_text ON tickets WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO tickets_text (tickets_text, rowid, search_text) VALUES ('delete', old.row, old.search_text);
  INSERT INTO tickets_text (rowid, search_text) VALUES (new.row, new.search_text);
END;

-- The stems that there are, so that a beginning can be sought by the few that begin with it.
CREATE VIRTUAL TABLE tickets_stems USING fts5vocab ('tickets_text', 'instance');
