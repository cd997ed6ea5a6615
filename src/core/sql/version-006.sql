-- Schema 6: of each engagement what it is by those who took part, so that lists need not look at all participations.

-- Derived: numbers of 32 bits, the least byte first, of so many engagements as a page has room for (liaison-traits-private.h): the engagements of
-- one row are those whose keys have one quotient.
CREATE TABLE traits (
  chunk INTEGER PRIMARY KEY,
  numbers BLOB NOT NULL
) STRICT;

CREATE INDEX participation_sensitivity ON participation (sensitivity) WHERE sensitivity <> 1;

-- Engagements up to a key whose traits have yet to be made; the writer goes on after this one.
CREATE TABLE stale_traits (
  last INTEGER PRIMARY KEY,
  refreshed_to INTEGER NOT NULL DEFAULT 0
) STRICT;

INSERT INTO stale_traits (last) SELECT id FROM engagement ORDER BY id DESC LIMIT 1;
