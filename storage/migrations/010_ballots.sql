-- Secret votes. Not part of the archive: no journal could bring it back. Nothing here says when a ballot came or from
-- whom, nor in which order: rows lie by their hashes.
CREATE TABLE secret_ballot (
  vote TEXT NOT NULL,
  hash BLOB NOT NULL,         -- SHA-256 of the message
  message BLOB NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (vote, hash)
) STRICT, WITHOUT ROWID;

-- The keys that sign, from when they are made until their vote is closed.
CREATE TABLE ballot_key (
  public_key BLOB PRIMARY KEY,
  private_key BLOB NOT NULL
) STRICT, WITHOUT ROWID;
