-- The record. Rows are added, never changed and never removed; chain.hpp says what `chain` is made of.
-- Ids are their ten characters, moments are milliseconds since 1970 in UTC, here and everywhere below.
CREATE TABLE event (
  ordinal INTEGER PRIMARY KEY,  -- order of commitment across all halls: the archive is rebuilt in it
  hall TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  meeting TEXT,
  at INTEGER NOT NULL,
  actor TEXT,                   -- the person; nobody: the server itself
  command_id TEXT,
  type TEXT NOT NULL,
  v INTEGER NOT NULL,           -- the event_version it was written in
  body TEXT NOT NULL,
  chain BLOB NOT NULL CHECK (length(chain) = 32),
  UNIQUE (hall, seq)
) STRICT;

CREATE INDEX event_of_command ON event (hall, command_id) WHERE command_id IS NOT NULL;
CREATE INDEX event_of_meeting ON event (meeting, seq) WHERE meeting IS NOT NULL;

CREATE TRIGGER event_stays_as_it_is BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
