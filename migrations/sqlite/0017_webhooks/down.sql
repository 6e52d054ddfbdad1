DROP TABLE webhook_deliveries;
DROP TABLE webhooks;
DELETE FROM settings WHERE key = 'webhooks_position';
