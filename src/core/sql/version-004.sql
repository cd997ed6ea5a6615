-- Schema 4: what goes out with a report is part of it.

ALTER TABLE report ADD COLUMN with_annex INTEGER NOT NULL DEFAULT 0;
ALTER TABLE report ADD COLUMN without_footnotes INTEGER NOT NULL DEFAULT 0;
