-- The archive: what the events say, in tables. Filled in the same transaction as the events; `talar rebuild` fills it anew.
CREATE TABLE hall (
  hall TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_en TEXT,
  kind TEXT NOT NULL,
  place TEXT NOT NULL,
  term INTEGER NOT NULL,
  seq INTEGER NOT NULL,       -- the last event that is in the archive
  chain BLOB NOT NULL
) STRICT;

CREATE TABLE member (
  hall TEXT NOT NULL REFERENCES hall,
  person TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  seat TEXT NOT NULL,
  votes INTEGER NOT NULL,
  PRIMARY KEY (hall, person)
) STRICT;

CREATE TABLE meeting (
  meeting TEXT PRIMARY KEY,
  hall TEXT NOT NULL REFERENCES hall,
  state TEXT NOT NULL,
  number INTEGER,             -- from its convening on
  term INTEGER,
  title TEXT,
  starts_at INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  place TEXT NOT NULL,
  opened_at INTEGER,
  ended_at INTEGER,
  chair TEXT,
  quorum_present INTEGER,     -- when it opened, or could not
  quorum_needed INTEGER,
  quorum_members INTEGER,
  quorum_met INTEGER,
  override_reason TEXT,
  not_held_reason TEXT,
  published INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX meeting_of_hall ON meeting (hall, term, number);

-- Who belonged to the hall while the meeting was on, as they were then.
CREATE TABLE attendee (
  meeting TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
  person TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  seat TEXT NOT NULL,
  votes INTEGER NOT NULL,
  excuse TEXT,
  PRIMARY KEY (meeting, person)
) STRICT;

CREATE TABLE presence (
  meeting TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
  person TEXT NOT NULL,
  seq INTEGER NOT NULL,       -- of the arrival
  arrived_at INTEGER NOT NULL,
  departed_at INTEGER,        -- stayed to the end, or is still here
  PRIMARY KEY (meeting, person, seq)
) STRICT;

CREATE TABLE agenda_item (
  item TEXT PRIMARY KEY,
  meeting TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
  parent TEXT REFERENCES agenda_item ON DELETE CASCADE,
  position INTEGER NOT NULL,  -- among the items of its parent, from 0
  title TEXT NOT NULL,
  short_title TEXT,
  kind TEXT NOT NULL,
  presenter TEXT,
  minutes INTEGER NOT NULL,
  confidential INTEGER NOT NULL,
  closed INTEGER NOT NULL DEFAULT 0,  -- confidential, or below a confidential item
  state TEXT NOT NULL DEFAULT 'planned',
  started_at INTEGER,         -- the first time
  ended_at INTEGER,           -- the last time
  spent INTEGER NOT NULL DEFAULT 0,
  reason TEXT
) STRICT;
CREATE INDEX agenda_item_of_meeting ON agenda_item (meeting, parent, position);
CREATE INDEX agenda_item_of_parent ON agenda_item (parent);

CREATE TABLE item_option (
  item TEXT NOT NULL REFERENCES agenda_item ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (item, ordinal)
) STRICT;

CREATE TABLE floor_request (
  request TEXT PRIMARY KEY,
  item TEXT NOT NULL REFERENCES agenda_item ON DELETE CASCADE,
  person TEXT NOT NULL,
  kind TEXT NOT NULL,
  note TEXT,
  asked_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  moved_reason TEXT
) STRICT;
CREATE INDEX floor_request_of_item ON floor_request (item);

CREATE TABLE speech (
  item TEXT NOT NULL REFERENCES agenda_item ON DELETE CASCADE,
  seq INTEGER NOT NULL,       -- of its start
  request TEXT NOT NULL,
  person TEXT NOT NULL,
  kind TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  spoken INTEGER NOT NULL DEFAULT 0,
  turn_limit INTEGER NOT NULL,
  PRIMARY KEY (item, seq)
) STRICT;

CREATE TABLE vote (
  vote TEXT PRIMARY KEY,
  item TEXT NOT NULL REFERENCES agenda_item ON DELETE CASCADE,
  question TEXT NOT NULL,
  base TEXT NOT NULL,
  majority TEXT NOT NULL,
  numerator INTEGER,
  denominator INTEGER,
  comparison TEXT,
  seconds INTEGER,
  state TEXT NOT NULL DEFAULT 'prepared',
  opened_at INTEGER,
  closed_at INTEGER,
  cause TEXT,
  approve INTEGER,
  against INTEGER,
  abstain INTEGER,
  not_cast INTEGER,
  base_count INTEGER,
  needed INTEGER,
  outcome TEXT
) STRICT;
CREATE INDEX vote_of_item ON vote (item, closed_at);

CREATE TABLE elector (
  vote TEXT NOT NULL REFERENCES vote ON DELETE CASCADE,
  person TEXT NOT NULL,
  PRIMARY KEY (vote, person)
) STRICT;

CREATE TABLE ballot (
  vote TEXT NOT NULL REFERENCES vote ON DELETE CASCADE,
  person TEXT NOT NULL,
  choice TEXT NOT NULL,       -- the last one
  PRIMARY KEY (vote, person)
) STRICT;

CREATE TABLE minutes_text (
  item TEXT PRIMARY KEY REFERENCES agenda_item ON DELETE CASCADE,
  text TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  person TEXT
) STRICT;

CREATE TABLE resolution (
  resolution TEXT PRIMARY KEY,
  item TEXT NOT NULL REFERENCES agenda_item ON DELETE CASCADE,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  text TEXT NOT NULL,
  vote TEXT,
  due TEXT
) STRICT;
CREATE INDEX resolution_of_item ON resolution (item, number);

CREATE TABLE resolution_responsible (
  resolution TEXT NOT NULL REFERENCES resolution ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (resolution, ordinal)
) STRICT;

-- What search finds: the text itself stays where it is (title, minutes, resolution), the index holds it folded, once with
-- the zero-width non-joiner joining and once with it parting words.
CREATE TABLE search_entry (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,         -- agenda, minutes, resolution
  item TEXT NOT NULL REFERENCES agenda_item ON DELETE CASCADE,
  resolution TEXT REFERENCES resolution ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX search_entry_of_item ON search_entry (item, kind, resolution);
CREATE INDEX search_entry_of_resolution ON search_entry (resolution);

CREATE VIRTUAL TABLE search_index USING fts5 (joined, parted, tokenize = 'unicode61 remove_diacritics 0');

CREATE TRIGGER search_entry_forgotten AFTER DELETE ON search_entry
BEGIN DELETE FROM search_index WHERE rowid = old.id; END;
