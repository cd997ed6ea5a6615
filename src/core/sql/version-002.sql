-- Schema 2: what contacts and organisations were before they were merged, and contacts that look like one and are not.

-- The uuid is that of the record that is gone.
CREATE TABLE former (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  sensitivity INTEGER NOT NULL DEFAULT 1,
  batch INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  contact INTEGER REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
  organisation INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE distinction (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  sensitivity INTEGER NOT NULL DEFAULT 1,
  batch INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  contact INTEGER NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
  other INTEGER NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX former_contact ON former (contact) WHERE contact IS NOT NULL;
CREATE INDEX former_organisation ON former (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX distinction_contact ON distinction (contact);
CREATE INDEX distinction_other ON distinction (other);
