-- What the local store knows beyond the reports' own tables.
-- The statement or the row of an export as it came in: the copy that evidence is made of.
CREATE TABLE IF NOT EXISTS original (id varchar NOT NULL, body varchar NOT NULL);

-- How far each walk through an LRS has come.
CREATE TABLE IF NOT EXISTS sync_state (
  endpoint varchar NOT NULL,
  verb varchar NOT NULL,
  -- Everything stored up to here is in the store.
  watermark varchar,
  -- A walk under way: its end, the address of its next page, and how many statements it has brought.
  until varchar,
  more varchar,
  fetched bigint NOT NULL,
  PRIMARY KEY (endpoint, verb)
);

-- Statements that were voided and have been asked for by their ids, found or not.
CREATE TABLE IF NOT EXISTS sought (endpoint varchar NOT NULL, id varchar NOT NULL, PRIMARY KEY (endpoint, id));

-- Each import and sync, for the record.
CREATE TABLE IF NOT EXISTS import_log (imported timestamp NOT NULL, source varchar NOT NULL, format varchar NOT NULL, sha256 varchar, added bigint NOT NULL, known bigint NOT NULL, set_aside bigint NOT NULL, consistent_through varchar);

-- With which choices a file was taken in, such as the pass mark: they are part of what a report rests on.
ALTER TABLE import_log ADD COLUMN IF NOT EXISTS rules varchar;
