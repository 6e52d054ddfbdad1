-- Whose address it is, however it is written: asked of every mail and every chat that comes in.
CREATE INDEX users_by_email ON users (lower(email));
