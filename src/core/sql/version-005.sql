-- Schema 5: names are keyed by more of their spellings (liaison-fold-key.c).  Those of the records are keyed anew here, the texts of engagements
-- later and in pieces, since there can be a million.

-- Engagements up to a key whose texts were made by other rules than those of today; the writer goes on after this one.
CREATE TABLE stale_text (
  last INTEGER PRIMARY KEY,
  refreshed_to INTEGER NOT NULL DEFAULT 0
) STRICT;

INSERT INTO stale_text (last) SELECT id FROM engagement ORDER BY id DESC LIMIT 1;
UPDATE organisation SET x_folded = liaison_names (name, short_name, other_names);
UPDATE contact SET x_folded = liaison_names (name, given || ' ' || additional || ' ' || family, sort_name, other_names);
UPDATE topic SET x_folded = liaison_names (name);
