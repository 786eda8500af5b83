-- Why an item is on its agenda and what became of it, its links and its files.
ALTER TABLE agenda_item ADD COLUMN notes TEXT;
ALTER TABLE agenda_item ADD COLUMN origin TEXT;            -- nothing: it was written there
ALTER TABLE agenda_item ADD COLUMN origin_item TEXT;       -- of another meeting, or of another hall
ALTER TABLE agenda_item ADD COLUMN origin_proposal TEXT;
ALTER TABLE agenda_item ADD COLUMN origin_referral TEXT;
ALTER TABLE agenda_item ADD COLUMN taken_out_by TEXT;
ALTER TABLE agenda_item ADD COLUMN decided_by TEXT;        -- the vote of its consent block
CREATE INDEX agenda_item_of_origin ON agenda_item (origin_item) WHERE origin_item IS NOT NULL;

CREATE TABLE item_link (
  item TEXT NOT NULL REFERENCES agenda_item ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  url TEXT NOT NULL,
  PRIMARY KEY (item, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
  attachment TEXT PRIMARY KEY,
  item TEXT NOT NULL REFERENCES agenda_item ON DELETE CASCADE,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  digest TEXT NOT NULL,       -- under which `file` has the bytes
  visibility TEXT NOT NULL,
  at INTEGER NOT NULL,
  person TEXT NOT NULL        -- who attached it
) STRICT;
CREATE INDEX attachment_of_item ON attachment (item);

-- The bytes themselves. Not part of the archive: no journal could bring them back.
CREATE TABLE file (
  digest TEXT PRIMARY KEY,    -- SHA-256 in hexadecimal
  bytes BLOB NOT NULL
) STRICT;
