-- What stands for schema 5 where an older store is only read: it answers to what the rules of then and of today key alike.

CREATE TEMP TABLE stale_text (last INTEGER PRIMARY KEY, refreshed_to INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO stale_text (last) SELECT id FROM engagement ORDER BY id DESC LIMIT 1;
