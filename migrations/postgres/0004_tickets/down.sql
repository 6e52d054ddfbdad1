DROP TABLE surveys;
DROP TABLE attachments;
DROP TABLE ticket_links;
DROP TABLE ticket_watchers;
DROP TABLE ticket_events;
DROP TABLE tickets;
DROP FUNCTION refuse_change;
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT relname FROM pg_class WHERE relkind = 'S' AND relname LIKE 'ticket\_numbers\_%' LOOP
    EXECUTE format('DROP SEQUENCE %I', name);
  END LOOP;
END $$;
