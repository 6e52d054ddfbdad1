-- Accounts that a directory or an OpenID provider vouches for, and what came to them from there.

ALTER TABLE users ADD COLUMN source TEXT NOT NULL DEFAULT 'local' CHECK (source IN ('local', 'directory', 'oidc'));
ALTER TABLE users ADD COLUMN external_id TEXT;
ALTER TABLE users ADD COLUMN office TEXT;
-- Since when their source does not know them any more, for whom that has deactivated.
ALTER TABLE users ADD COLUMN absent_since TIMESTAMPTZ;
CREATE UNIQUE INDEX users_by_external_id ON users (source, external_id) WHERE external_id IS NOT NULL;

-- What is granted here stays whatever the directory says.
ALTER TABLE memberships ADD COLUMN source TEXT NOT NULL DEFAULT 'local' CHECK (source IN ('local', 'directory', 'oidc'));
ALTER TABLE group_members ADD COLUMN source TEXT NOT NULL DEFAULT 'local' CHECK (source IN ('local', 'directory', 'oidc'));
