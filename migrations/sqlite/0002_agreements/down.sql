DROP TABLE agreements;
DROP TABLE holidays;
DROP TABLE calendars;
