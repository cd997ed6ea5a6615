-- Schema 6: of each engagement what it is by those who took part, so that lists need not look at all participations.

-- Derived: numbers of 32 bits, the least byte first, of so many engagements as a page has room for (liaison-traits-private.h): the engagements of
-- one row are those whose keys have one quotient.
CREATE TABLE traits (
  chunk INTEGER PRIMARY KEY,
  numbers BLOB NOT NULL
) STRICT;

CREATE INDEX participation_sensitivity ON participation (sensitivity) WHERE sensitivity <> 1;

-- They are made in pieces, beside what an earlier schema has left to do.
DELETE FROM stale_text;
INSERT INTO stale_text (last) SELECT id FROM engagement ORDER BY id DESC LIMIT 1;
