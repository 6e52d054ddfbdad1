-- Only PostgreSQL has something to change here; the names are equal on both engines.
SELECT 1;
