DROP TABLE notice_preferences;
DROP TABLE mails;
DROP TABLE notices;
DROP TABLE outbox;
