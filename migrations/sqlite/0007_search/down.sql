DROP TABLE tickets_stems;
DROP TRIGGER tickets_text_insert;
DROP TRIGGER tickets_text_delete;
DROP TRIGGER tickets_text_update;
DROP TABLE tickets_text;

CREATE VIRTUAL TABLE tickets_text USING fts5 (search_text, content = 'tickets', content_rowid = 'row', tokenize = 'unicode61', prefix = '3');
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
