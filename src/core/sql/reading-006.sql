-- What stands for schema 6 where an older store is only read: no engagement has its traits, so who took part is looked at.

CREATE TEMP TABLE traits (chunk INTEGER PRIMARY KEY, numbers BLOB NOT NULL) STRICT;
CREATE TEMP TABLE stale_traits (last INTEGER PRIMARY KEY, refreshed_to INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO stale_traits (last) SELECT id FROM engagement ORDER BY id DESC LIMIT 1;
