-- What the archive says of votes of every kind. Values of many parts stand as JSON, as the protocol writes them.
ALTER TABLE vote ADD COLUMN form TEXT;          -- VoteForm; nothing: a motion by device
ALTER TABLE vote ADD COLUMN follows TEXT;       -- another vote
ALTER TABLE vote ADD COLUMN follow_kind TEXT;
ALTER TABLE vote ADD COLUMN rules TEXT;         -- VotingRules
ALTER TABLE vote ADD COLUMN ballot_key TEXT;
ALTER TABLE vote ADD COLUMN objected_by TEXT;
ALTER TABLE vote ADD COLUMN hands TEXT;         -- HandCount
ALTER TABLE vote ADD COLUMN result TEXT;        -- VoteResult; outcome stands beside it too, to be asked for
ALTER TABLE vote ADD COLUMN secret TEXT;        -- SecretCount
ALTER TABLE vote ADD COLUMN voided_at INTEGER;
ALTER TABLE vote ADD COLUMN void_reason TEXT;

UPDATE vote SET result = json_object(
    'tally', json_object('approve', approve, 'against', against, 'abstain', abstain, 'not_cast', not_cast),
    'base_count', base_count, 'needed', needed, 'outcome', outcome)
  WHERE outcome IS NOT NULL;
ALTER TABLE vote DROP COLUMN approve;
ALTER TABLE vote DROP COLUMN against;
ALTER TABLE vote DROP COLUMN abstain;
ALTER TABLE vote DROP COLUMN not_cast;
ALTER TABLE vote DROP COLUMN base_count;
ALTER TABLE vote DROP COLUMN needed;

ALTER TABLE elector ADD COLUMN weight INTEGER NOT NULL DEFAULT 1;
ALTER TABLE ballot ADD COLUMN marks TEXT;       -- Marks

-- Who has been handed a ballot of a secret vote.
CREATE TABLE collector (
  vote TEXT NOT NULL REFERENCES vote ON DELETE CASCADE,
  person TEXT NOT NULL,
  PRIMARY KEY (vote, person)
) STRICT, WITHOUT ROWID;

-- Of a show of hands: mistakes of entry.
CREATE TABLE correction (
  vote TEXT NOT NULL REFERENCES vote ON DELETE CASCADE,
  seq INTEGER NOT NULL,       -- of the correction
  at INTEGER NOT NULL,
  person TEXT,
  reason TEXT NOT NULL,
  before TEXT NOT NULL,       -- HandCount
  PRIMARY KEY (vote, seq)
) STRICT, WITHOUT ROWID;
