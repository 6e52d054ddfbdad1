-- What a mail quoted of earlier ones, and its signature: they are not among the words of its entry.
ALTER TABLE ticket_events ADD COLUMN quoted TEXT;
