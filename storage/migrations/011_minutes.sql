-- Minutes that are finished when the gavel falls, the life of the record, and what becomes of resolutions.
ALTER TABLE agenda_item ADD COLUMN approves TEXT;           -- the meeting whose minutes are to be approved in it
ALTER TABLE agenda_item ADD COLUMN origin_resolution TEXT;

-- The lines that write themselves, as the live minutes have them.
CREATE TABLE minutes_entry (
  meeting TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
  seq INTEGER NOT NULL,       -- of the event that wrote it
  line INTEGER NOT NULL,      -- counted from 1
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  item TEXT,
  person TEXT,
  other TEXT,                 -- person
  speech TEXT,
  stance TEXT,
  spoken INTEGER,
  vote TEXT,
  resolution TEXT,
  reason TEXT,
  about TEXT,                 -- the meeting whose minutes were approved
  hidden INTEGER NOT NULL DEFAULT 0,
  note TEXT,
  PRIMARY KEY (meeting, seq)
) STRICT, WITHOUT ROWID;

-- Which event made which version of a text: the way to the updates that somebody lacks. The text itself, as it stands
-- now, is in minutes_text.
CREATE TABLE text_version (
  item TEXT NOT NULL REFERENCES agenda_item ON DELETE CASCADE,
  version INTEGER NOT NULL,   -- after all updates of the event
  seq INTEGER NOT NULL,
  PRIMARY KEY (item, version)
) STRICT, WITHOUT ROWID;

-- How far a meeting's record has come.
ALTER TABLE meeting ADD COLUMN record TEXT NOT NULL DEFAULT 'draft';
ALTER TABLE meeting ADD COLUMN circulated_at INTEGER;
ALTER TABLE meeting ADD COLUMN corrections_until TEXT;
ALTER TABLE meeting ADD COLUMN approved_at INTEGER;
ALTER TABLE meeting ADD COLUMN approved_in TEXT;            -- another meeting
ALTER TABLE meeting ADD COLUMN approval_vote TEXT;
ALTER TABLE meeting ADD COLUMN sealed_at INTEGER;
ALTER TABLE meeting ADD COLUMN seal TEXT;                   -- Seal, as JSON
ALTER TABLE meeting ADD COLUMN seal_reason TEXT;            -- why not everybody has signed

-- Proposed by those who were there.
CREATE TABLE record_correction (
  meeting TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
  seq INTEGER NOT NULL,       -- of the proposal
  correction TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL,
  at INTEGER NOT NULL,
  content TEXT NOT NULL,      -- CorrectionContent, as JSON
  state TEXT NOT NULL DEFAULT 'proposed',
  decided_at INTEGER,
  reason TEXT,                -- of declining it
  PRIMARY KEY (meeting, seq)
) STRICT, WITHOUT ROWID;

-- Who is to sign, in the order of the roster, and who has.
CREATE TABLE record_signature (
  meeting TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  person TEXT NOT NULL,
  at INTEGER,
  PRIMARY KEY (meeting, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_addendum (
  meeting TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  person TEXT,
  text TEXT NOT NULL,
  PRIMARY KEY (meeting, seq)
) STRICT, WITHOUT ROWID;

-- Resolutions: `due` and the rest are the resolution's own words, state and due_now where it stands today.
ALTER TABLE resolution ADD COLUMN working_group TEXT;       -- the hall that carries it out
ALTER TABLE resolution ADD COLUMN state TEXT NOT NULL DEFAULT 'adopted';
ALTER TABLE resolution ADD COLUMN due_now TEXT;
ALTER TABLE resolution ADD COLUMN finished_at INTEGER;      -- while done or dropped: since when

CREATE TABLE resolution_step (
  resolution TEXT NOT NULL REFERENCES resolution ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  person TEXT,
  content TEXT NOT NULL,      -- FollowUpContent, as JSON
  PRIMARY KEY (resolution, seq)
) STRICT, WITHOUT ROWID;
