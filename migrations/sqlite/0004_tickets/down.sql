DROP TABLE surveys;
DROP TABLE attachments;
DROP TABLE ticket_links;
DROP TABLE ticket_watchers;
DROP TABLE ticket_events;
DROP TABLE ticket_counters;
DROP TABLE tickets_text;
DROP TABLE tickets;
