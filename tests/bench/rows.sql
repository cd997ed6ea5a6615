-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rows of generate.c, by the sqlite3 shell: plain tables of the same columns, that refuse what a store refuses too, a key or a UUID
-- that comes twice.
CREATE TABLE organisation (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, created INTEGER, modified INTEGER, sensitivity INTEGER,
  batch INTEGER, name TEXT, kind INTEGER, country TEXT);
CREATE TABLE contact (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, created INTEGER, modified INTEGER, sensitivity INTEGER,
  batch INTEGER, name TEXT, given TEXT, family TEXT, side INTEGER, country TEXT);
CREATE TABLE post (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, created INTEGER, modified INTEGER, sensitivity INTEGER,
  batch INTEGER, contact INTEGER, title TEXT, organisation INTEGER, level INTEGER);
CREATE TABLE topic (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, created INTEGER, modified INTEGER, sensitivity INTEGER,
  batch INTEGER, name TEXT);
CREATE TABLE engagement (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, created INTEGER, modified INTEGER, sensitivity INTEGER,
  batch INTEGER, title TEXT, start TEXT, precision INTEGER, form INTEGER, format INTEGER, place TEXT, summary TEXT, status INTEGER);
CREATE TABLE engagement_topics (owner INTEGER, target INTEGER, position INTEGER, PRIMARY KEY (owner, target)) WITHOUT ROWID;
CREATE TABLE participation (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, created INTEGER, modified INTEGER, sensitivity INTEGER,
  batch INTEGER, engagement INTEGER, contact INTEGER, side INTEGER, position INTEGER);
.mode csv
.import organisation.csv organisation
.import contact.csv contact
.import post.csv post
.import topic.csv topic
.import engagement.csv engagement
.import engagement_topics.csv engagement_topics
.import participation.csv participation
