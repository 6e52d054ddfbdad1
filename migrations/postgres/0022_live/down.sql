DROP TABLE drafts;
DROP TABLE presence;
