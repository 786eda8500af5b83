-- Search finds addenda and the reports of groups, the figures know on which day a resolution was due when, and a name is
-- found in whatever record has it. Filled anew from the journal after this.
DROP TABLE search_index;
DROP TABLE search_entry;
DROP TABLE search_item;

-- Where a text stands: an item, or a meeting for what belongs to none of its items.
CREATE TABLE search_item (
  id INTEGER PRIMARY KEY,
  item TEXT UNIQUE REFERENCES agenda_item ON DELETE CASCADE,
  meeting TEXT UNIQUE REFERENCES meeting ON DELETE CASCADE,
  CHECK ((item IS NULL) <> (meeting IS NULL))
) STRICT;

CREATE TABLE search_entry (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,         -- resolution, vote, follow_up, addendum, report
  item TEXT REFERENCES agenda_item ON DELETE CASCADE,
  meeting TEXT REFERENCES meeting ON DELETE CASCADE,
  resolution TEXT REFERENCES resolution ON DELETE CASCADE,
  vote TEXT REFERENCES vote ON DELETE CASCADE,
  step INTEGER,               -- seq of the follow-up or addendum
  referral TEXT               -- of the report
) STRICT;
CREATE INDEX search_entry_of_item ON search_entry (item, meeting, kind, resolution, vote, step, referral);
CREATE INDEX search_entry_of_resolution ON search_entry (resolution);
CREATE INDEX search_entry_of_vote ON search_entry (vote);

CREATE VIRTUAL TABLE search_index USING fts5 (joined, parted, tokenize = 'unicode61 remove_diacritics 0');

CREATE TRIGGER search_item_forgotten AFTER DELETE ON search_item
BEGIN DELETE FROM search_index WHERE rowid BETWEEN old.id << 17 AND (old.id << 17) + 131071; END;
CREATE TRIGGER search_entry_forgotten AFTER DELETE ON search_entry
BEGIN DELETE FROM search_index WHERE rowid = old.id; END;

-- Each day that a resolution has been due on, by its words, an edit or a step; no day: on none any more.
CREATE TABLE resolution_due (
  resolution TEXT NOT NULL REFERENCES resolution ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  due TEXT,
  PRIMARY KEY (resolution, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX attendee_of_person ON attendee (person);
