-- Replicas of the version before may still write: what they say is to be among the words, too.
LOCK TABLE tickets IN SHARE ROW EXCLUSIVE MODE;

-- The words of tickets.search_vector that do not begin with a digit, so that a beginning can be sought by the
-- few words that begin so: full text would bring all that each word of a beginning finds into one bitmap.
-- A word may be here more than once: two cases that bring the same new word do not wait for one another.
CREATE TABLE tickets_stems (term TEXT COLLATE "C" NOT NULL);
INSERT INTO tickets_stems SELECT word FROM ts_stat('SELECT search_vector FROM tickets') WHERE word !~ '^[0-9]';
CREATE INDEX tickets_stems_by_term ON tickets_stems (term);

-- Words that a case no longer has; whether another has them is asked later.
CREATE TABLE tickets_stems_lost (term TEXT COLLATE "C" NOT NULL);

CREATE FUNCTION keep_stems() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Before anything is read: whoever removes words keeps this out, and waits until all this has ended.
  LOCK TABLE tickets_stems IN ROW EXCLUSIVE MODE;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO tickets_stems
      SELECT had.term FROM unnest(tsvector_to_array(NEW.search_vector)) AS had (term)
      WHERE had.term !~ '^[0-9]'
        AND NOT EXISTS (SELECT FROM tickets_stems WHERE tickets_stems.term = had.term COLLATE "C");
  END IF;
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO tickets_stems_lost
      SELECT unnest(tsvector_to_array(OLD.search_vector)) EXCEPT SELECT unnest(tsvector_to_array(NEW.search_vector));
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO tickets_stems_lost SELECT unnest(tsvector_to_array(OLD.search_vector));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tickets_stems_kept AFTER INSERT OR DELETE ON tickets FOR EACH ROW EXECUTE FUNCTION keep_stems();
CREATE TRIGGER tickets_stems_changed AFTER UPDATE OF search_text ON tickets FOR EACH ROW
  WHEN (OLD.search_text <> NEW.search_text) EXECUTE FUNCTION keep_stems();
