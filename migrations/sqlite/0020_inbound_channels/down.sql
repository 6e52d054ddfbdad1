DROP TABLE chat_messages;
DROP TABLE chat_conversations;
DROP TABLE alerts;
DROP TABLE alert_groups;
DROP TABLE inbound_deliveries;
DROP TABLE inbound_sources;
