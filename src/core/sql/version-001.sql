-- Schema 1: the records of liaison-kind.c, a table each and a column a field, and what the program derives from them.
--
-- Every record table begins with: id (AUTOINCREMENT, so that a restored record never meets a reused key), uuid (16 bytes, RFC 9562),
-- created and modified (seconds since 1970, UTC), sensitivity, and batch: the batch of changes that made the row.
-- Tokens are the integers of liaison-tokens.h, 0 is "not stated"; texts are '' where there is nothing; dates are ISO 8601 texts.
-- Links are looked at when a transaction is committed: undoing brings records back in the order of the log, which need not be theirs.
-- Columns that begin with x_ are derived (liaison-derive.c): never written by hand, never logged, never exchanged.

CREATE TABLE batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  kind INTEGER NOT NULL,              -- LiaisonBatchKind
  name TEXT NOT NULL,                 -- what was done, for people: "Add call with Kuleba"
  time INTEGER NOT NULL,              -- seconds since 1970, UTC
  target INTEGER REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED, -- of an undo or a redo: the batch that it undoes or redoes
  undone INTEGER NOT NULL DEFAULT 0   -- 1: undone, and can be redone; 2: undone, and passed over by a newer action
) STRICT;

CREATE INDEX batch_undone ON batch (undone, kind);
CREATE INDEX batch_target ON batch (target) WHERE target IS NOT NULL;

CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  batch INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  kind INTEGER NOT NULL,              -- LiaisonKind
  uuid BLOB NOT NULL CHECK (length (uuid) = 16),
  operation INTEGER NOT NULL,         -- LiaisonOperation
  before TEXT,                        -- JSON of the changed fields, whole for a deletion, NULL for an insertion
  after TEXT                          -- JSON of the changed fields, whole for an insertion, NULL for a deletion
) STRICT;
CREATE INDEX change_batch ON change (batch);
CREATE INDEX change_record ON change (uuid);

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  sensitivity INTEGER NOT NULL DEFAULT 1,
  batch INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL DEFAULT '',
  short_name TEXT NOT NULL DEFAULT '',
  other_names TEXT NOT NULL DEFAULT '',
  kind INTEGER NOT NULL DEFAULT 0,
  country TEXT NOT NULL DEFAULT '',
  parent INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  address TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  archived INTEGER NOT NULL DEFAULT 0,
  x_sort_key TEXT NOT NULL DEFAULT '',
  x_folded TEXT NOT NULL DEFAULT ''  -- names, for search
) STRICT;

CREATE TABLE store (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  sensitivity INTEGER NOT NULL DEFAULT 1,
  batch INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL DEFAULT '',
  own_country TEXT NOT NULL DEFAULT '',
  own_organisation INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  home_zone TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE membership (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  sensitivity INTEGER NOT NULL DEFAULT 1,
  batch INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  grouping INTEGER NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  country TEXT NOT NULL DEFAULT '',
  organisation INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  "from" TEXT NOT NULL DEFAULT '',
  "to" TEXT NOT NULL DEFAULT '',
  x_first_day INTEGER NOT NULL DEFAULT 0,
  x_last_day INTEGER NOT NULL DEFAULT 99999999
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  sensitivity INTEGER NOT NULL DEFAULT 1,
  batch INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL DEFAULT '',
  prefix TEXT NOT NULL DEFAULT '',
  given TEXT NOT NULL DEFAULT '',
  additional TEXT NOT NULL DEFAULT '',
  family TEXT NOT NULL DEFAULT '',
  suffix TEXT NOT NULL DEFAULT '',
  sort_name TEXT NOT NULL DEFAULT '',
  other_names TEXT NOT NULL DEFAULT '',
  side INTEGER NOT NULL DEFAULT 0,
  country TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  telephone TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  tags TEXT NOT NULL DEFAULT '',
  cadence INTEGER NOT NULL DEFAULT 0,
  archived INTEGER NOT NULL DEFAULT 0,
  x_sort_key TEXT NOT NULL DEFAULT '',
  x_folded TEXT NOT NULL DEFAULT ''  -- names, for search
) STRICT;

CREATE TABLE post (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  sensitivity INTEGER NOT NULL DEFAULT 1,
  batch INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  contact INTEGER NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL DEFAULT '',
  organisation INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  level INTEGER NOT NULL DEFAULT 0,
  portfolio INTEGER NOT NULL DEFAULT 0,
  tenure INTEGER NOT NULL DEFAULT 0,
  "primary" INTEGER NOT NULL DEFAULT 0,
  "from" TEXT NOT NULL DEFAULT '',
  "to" TEXT NOT NULL DEFAULT '',
  x_first_day INTEGER NOT NULL DEFAULT 0,
  x_last_day INTEGER NOT NULL DEFAULT 99999999
) STRICT;

CREATE TABLE topic (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  sensitivity INTEGER NOT NULL DEFAULT 1,
  batch INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL DEFAULT '',
  parent INTEGER REFERENCES topic (id) DEFERRABLE INITIALLY DEFERRED,
  x_folded TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE engagement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  sensitivity INTEGER NOT NULL DEFAULT 1,
  batch INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL DEFAULT '',
  start TEXT NOT NULL DEFAULT '',
  "end" TEXT NOT NULL DEFAULT '',
  precision INTEGER NOT NULL DEFAULT 0,
  zone TEXT NOT NULL DEFAULT '',
  form INTEGER NOT NULL DEFAULT 0,
  format INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  parent INTEGER REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  place TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  purpose TEXT NOT NULL DEFAULT '',
  summary TEXT NOT NULL DEFAULT '',
  initiated INTEGER NOT NULL DEFAULT 0,
  status INTEGER NOT NULL DEFAULT 0,
  evidence INTEGER NOT NULL DEFAULT 0,
  x_first_day INTEGER NOT NULL DEFAULT 0, -- yyyymmdd, the first day that the engagement may cover; 0 where it is undated
  x_last_day INTEGER NOT NULL DEFAULT 0,
  x_minute INTEGER NOT NULL DEFAULT -1,   -- of the first day; -1 where no time is known
  x_group INTEGER NOT NULL DEFAULT 0,     -- LiaisonGroup; 0 for a container
  x_counted INTEGER NOT NULL DEFAULT 0,   -- held, and no container
  x_principal INTEGER,                    -- the first contact of our side
  x_counterpart INTEGER,                  -- the first contact of their side
  x_seat TEXT NOT NULL DEFAULT '',        -- the first seat of their side: a country's code, or an organisation's short name
  x_ours TEXT NOT NULL DEFAULT '',        -- who took part, as a list shows it
  x_theirs TEXT NOT NULL DEFAULT '',
  x_seats TEXT NOT NULL DEFAULT '',       -- their seats, "UA", "PL, RO", "NATO"
  x_title_key TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE participation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  sensitivity INTEGER NOT NULL DEFAULT 1,
  batch INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  engagement INTEGER NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  contact INTEGER REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
  organisation INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  country TEXT NOT NULL DEFAULT '',
  head_count INTEGER NOT NULL DEFAULT 0,
  side INTEGER NOT NULL DEFAULT 0,
  seat_country TEXT NOT NULL DEFAULT '',
  seat_organisation INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  post INTEGER REFERENCES post (id) DEFERRABLE INITIALLY DEFERRED,
  role INTEGER NOT NULL DEFAULT 0,
  attendance INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  x_day INTEGER NOT NULL DEFAULT 0,       -- first day of the engagement
  x_post INTEGER,                         -- the post of that day
  x_level INTEGER NOT NULL DEFAULT 0,     -- level and portfolio on that day
  x_portfolio INTEGER NOT NULL DEFAULT 0,
  x_seat_country TEXT NOT NULL DEFAULT '',-- the seat, of which exactly one is set: on behalf of, else the post's organisation
  x_seat_organisation INTEGER,            -- where that is international, else the country
  x_counts INTEGER NOT NULL DEFAULT 0  -- attended as principal, chair or host
) STRICT;

CREATE TABLE readout (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  sensitivity INTEGER NOT NULL DEFAULT 1,
  batch INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL DEFAULT '',
  issuer TEXT NOT NULL DEFAULT '',
  side INTEGER NOT NULL DEFAULT 0,
  kind INTEGER NOT NULL DEFAULT 0,
  address TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  published TEXT NOT NULL DEFAULT '',
  accessed TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  sensitivity INTEGER NOT NULL DEFAULT 1,
  batch INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  engagement INTEGER NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL DEFAULT '',
  owner INTEGER REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
  due TEXT NOT NULL DEFAULT '',
  status INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE stated_total (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  sensitivity INTEGER NOT NULL DEFAULT 1,
  batch INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL DEFAULT '',
  countries TEXT NOT NULL DEFAULT '',
  counts INTEGER NOT NULL DEFAULT 0,
  form INTEGER NOT NULL DEFAULT 0,
  number INTEGER NOT NULL DEFAULT 0,
  bound INTEGER NOT NULL DEFAULT 0,
  "from" TEXT NOT NULL DEFAULT '',
  "to" TEXT NOT NULL DEFAULT '',
  readout INTEGER REFERENCES readout (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE saved_search (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  sensitivity INTEGER NOT NULL DEFAULT 1,
  batch INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL DEFAULT '',
  entity INTEGER NOT NULL DEFAULT 0,
  query TEXT NOT NULL DEFAULT '',
  icon TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE report (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  sensitivity INTEGER NOT NULL DEFAULT 1,
  batch INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  opening TEXT NOT NULL DEFAULT '',
  query TEXT NOT NULL DEFAULT '',
  "from" TEXT NOT NULL DEFAULT '',
  "to" TEXT NOT NULL DEFAULT '',
  audience INTEGER NOT NULL DEFAULT 0,
  overview_order TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE highlight (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  sensitivity INTEGER NOT NULL DEFAULT 1,
  batch INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  report INTEGER NOT NULL REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED,
  measure TEXT NOT NULL DEFAULT '',
  query TEXT NOT NULL DEFAULT '',
  "from" TEXT NOT NULL DEFAULT '',
  "to" TEXT NOT NULL DEFAULT '',
  wording TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE issue (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  sensitivity INTEGER NOT NULL DEFAULT 1,
  batch INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  report INTEGER NOT NULL REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED,
  issued TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  figures TEXT NOT NULL DEFAULT '',
  records TEXT NOT NULL DEFAULT '',
  hash TEXT NOT NULL DEFAULT ''
) STRICT;

-- Links to several records, in order.
CREATE TABLE engagement_topics (
  owner INTEGER NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  target INTEGER NOT NULL REFERENCES topic (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  PRIMARY KEY (owner, target)
) STRICT, WITHOUT ROWID;
CREATE TABLE readout_engagements (
  owner INTEGER NOT NULL REFERENCES readout (id) DEFERRABLE INITIALLY DEFERRED,
  target INTEGER NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  PRIMARY KEY (owner, target)
) STRICT, WITHOUT ROWID;
CREATE TABLE stated_total_principals (
  owner INTEGER NOT NULL REFERENCES stated_total (id) DEFERRABLE INITIALLY DEFERRED,
  target INTEGER NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  PRIMARY KEY (owner, target)
) STRICT, WITHOUT ROWID;
CREATE TABLE stated_total_offices (
  owner INTEGER NOT NULL REFERENCES stated_total (id) DEFERRABLE INITIALLY DEFERRED,
  target INTEGER NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  PRIMARY KEY (owner, target)
) STRICT, WITHOUT ROWID;
CREATE TABLE stated_total_counterparts (
  owner INTEGER NOT NULL REFERENCES stated_total (id) DEFERRABLE INITIALLY DEFERRED,
  target INTEGER NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  PRIMARY KEY (owner, target)
) STRICT, WITHOUT ROWID;
CREATE TABLE stated_total_organisations (
  owner INTEGER NOT NULL REFERENCES stated_total (id) DEFERRABLE INITIALLY DEFERRED,
  target INTEGER NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  PRIMARY KEY (owner, target)
) STRICT, WITHOUT ROWID;
CREATE TABLE stated_total_covered_engagements (
  owner INTEGER NOT NULL REFERENCES stated_total (id) DEFERRABLE INITIALLY DEFERRED,
  target INTEGER NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  PRIMARY KEY (owner, target)
) STRICT, WITHOUT ROWID;
CREATE TABLE stated_total_covered_totals (
  owner INTEGER NOT NULL REFERENCES stated_total (id) DEFERRABLE INITIALLY DEFERRED,
  target INTEGER NOT NULL REFERENCES stated_total (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  PRIMARY KEY (owner, target)
) STRICT, WITHOUT ROWID;

-- Derived: what search reads.  The text is folded (liaison-fold.c), so the index needs no folding of its own, a deletion from it
-- always has the words that were put in, and a quoted phrase can be checked here.
CREATE TABLE search_text (
  id INTEGER PRIMARY KEY REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  body TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (body, content='search_text', content_rowid='id', detail=none, prefix='1 2 3',
  tokenize='unicode61 remove_diacritics 0');

-- Contacts whose new name has not reached all their engagements yet; the writer goes on after this one.
CREATE TABLE stale_contact (
  contact INTEGER PRIMARY KEY,
  refreshed_to INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The locale that the sort keys were made in, and other facts about derived columns.
CREATE TABLE derived (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Indices.  A bulk load drops them and makes them again at its end (liaison-bulk.c), each by this text.
CREATE INDEX organisation_parent ON organisation (parent) WHERE parent IS NOT NULL;
CREATE INDEX store_own_organisation ON store (own_organisation) WHERE own_organisation IS NOT NULL;
CREATE INDEX membership_organisation ON membership (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX post_organisation ON post (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX topic_parent ON topic (parent) WHERE parent IS NOT NULL;
CREATE INDEX engagement_parent ON engagement (parent) WHERE parent IS NOT NULL;
CREATE INDEX participation_organisation ON participation (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX participation_seat_organisation ON participation (seat_organisation) WHERE seat_organisation IS NOT NULL;
CREATE INDEX participation_post ON participation (post) WHERE post IS NOT NULL;
CREATE INDEX follow_up_engagement ON follow_up (engagement);
CREATE INDEX follow_up_owner ON follow_up (owner) WHERE owner IS NOT NULL;
CREATE INDEX stated_total_readout ON stated_total (readout) WHERE readout IS NOT NULL;
CREATE INDEX highlight_report ON highlight (report);
CREATE INDEX issue_report ON issue (report);
CREATE INDEX engagement_topics_target ON engagement_topics (target, owner);
CREATE INDEX readout_engagements_target ON readout_engagements (target, owner);
CREATE INDEX stated_total_principals_target ON stated_total_principals (target, owner);
CREATE INDEX stated_total_offices_target ON stated_total_offices (target, owner);
CREATE INDEX stated_total_counterparts_target ON stated_total_counterparts (target, owner);
CREATE INDEX stated_total_organisations_target ON stated_total_organisations (target, owner);
CREATE INDEX stated_total_covered_engagements_target ON stated_total_covered_engagements (target, owner);
CREATE INDEX stated_total_covered_totals_target ON stated_total_covered_totals (target, owner);
CREATE INDEX membership_grouping ON membership (grouping, x_first_day);
CREATE INDEX membership_member ON membership (country, grouping) WHERE country <> '';
CREATE INDEX contact_sort ON contact (x_sort_key);
CREATE INDEX contact_side ON contact (side, x_sort_key);
CREATE INDEX organisation_sort ON organisation (x_sort_key);
CREATE INDEX post_contact ON post (contact, x_first_day);
CREATE INDEX engagement_day ON engagement (x_first_day, x_minute);
CREATE INDEX engagement_form ON engagement (form, x_first_day, x_minute);
CREATE INDEX engagement_group ON engagement (x_group, x_first_day) WHERE x_counted;
CREATE INDEX engagement_status ON engagement (status, x_first_day, x_minute);
CREATE INDEX engagement_principal ON engagement (x_principal, x_first_day, x_minute);
CREATE INDEX engagement_counterpart ON engagement (x_counterpart, x_first_day, x_minute);
CREATE INDEX engagement_seat ON engagement (x_seat, x_first_day, x_minute);
CREATE INDEX engagement_title ON engagement (x_title_key, x_first_day, x_minute);
CREATE INDEX engagement_format ON engagement (format, x_first_day, x_minute) WHERE format IS NOT NULL;
CREATE INDEX engagement_long ON engagement (x_last_day, x_first_day, precision) WHERE x_last_day > x_first_day;
CREATE INDEX engagement_evidence ON engagement (evidence) WHERE evidence <> 1;
CREATE INDEX engagement_sensitivity ON engagement (sensitivity) WHERE sensitivity <> 1;
CREATE INDEX participation_engagement ON participation (engagement, side, x_counts);
CREATE INDEX participation_contact ON participation (contact, x_day, engagement, side, x_counts) WHERE contact IS NOT NULL;
CREATE INDEX participation_seat ON participation (x_seat_country, x_day, engagement, side, x_counts) WHERE x_seat_country <> '';
CREATE INDEX participation_seat_body ON participation (x_seat_organisation, x_day, engagement, side, x_counts)
  WHERE x_seat_organisation IS NOT NULL;
CREATE INDEX participation_level ON participation (x_level, engagement, side, x_counts) WHERE x_level <> 0;
CREATE INDEX participation_attendance ON participation (attendance, role) WHERE attendance IN (3, 4, 5);
CREATE INDEX participation_unnamed ON participation (engagement, side, x_counts, head_count) WHERE contact IS NULL;
CREATE INDEX participation_host ON participation (engagement) WHERE role = 3 AND side = 1;
CREATE INDEX follow_up_due ON follow_up (due) WHERE status IN (1, 2);

-- SQLite looks for the last key of a table row by row here: those of the largest tables come first.
INSERT INTO sqlite_sequence (name, seq) VALUES ('participation', 0), ('engagement', 0), ('change', 0);
