-- Search finds single lines of minutes, votes' questions and notes of follow-up besides titles and resolutions. Row
-- numbers of the index say where a text stands: (search_item.id << 17) + place, place 0 being the title, 1 to 65535
-- lines of minutes, 65536 and more what stands in search_entry. Filled anew from the journal after this.
DROP TABLE search_index;
DROP TABLE search_entry;

CREATE TABLE search_item (
  id INTEGER PRIMARY KEY,
  item TEXT NOT NULL UNIQUE REFERENCES agenda_item ON DELETE CASCADE
) STRICT;

CREATE TABLE search_entry (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,         -- resolution, vote, follow_up
  item TEXT NOT NULL REFERENCES agenda_item ON DELETE CASCADE,
  resolution TEXT REFERENCES resolution ON DELETE CASCADE,
  vote TEXT REFERENCES vote ON DELETE CASCADE,
  step INTEGER                -- seq of the follow-up
) STRICT;
CREATE INDEX search_entry_of_item ON search_entry (item, kind, resolution, vote, step);
CREATE INDEX search_entry_of_resolution ON search_entry (resolution);
CREATE INDEX search_entry_of_vote ON search_entry (vote);

CREATE VIRTUAL TABLE search_index USING fts5 (joined, parted, tokenize = 'unicode61 remove_diacritics 0');

CREATE TRIGGER search_item_forgotten AFTER DELETE ON search_item
BEGIN DELETE FROM search_index WHERE rowid BETWEEN old.id << 17 AND (old.id << 17) + 131071; END;
CREATE TRIGGER search_entry_forgotten AFTER DELETE ON search_entry
BEGIN DELETE FROM search_index WHERE rowid = old.id; END;
