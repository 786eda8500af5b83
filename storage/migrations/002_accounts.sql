-- How people sign in. Not part of the record, and of secrets only hashes: nobody can sign in from a stolen backup.
CREATE TABLE invitation (
  invitation TEXT PRIMARY KEY,
  hall TEXT NOT NULL,
  person TEXT,                -- nobody: the hall's display
  token_hash BLOB UNIQUE,     -- hashes are forgotten once the invitation is used, revoked or expired
  code_hash BLOB UNIQUE,
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  revoked_at INTEGER
) STRICT;
CREATE INDEX invitation_of_person ON invitation (hall, person);

CREATE TABLE device (
  device TEXT PRIMARY KEY,
  hall TEXT NOT NULL,
  person TEXT,
  name TEXT NOT NULL,
  secret_hash BLOB NOT NULL UNIQUE,
  signed_in_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
CREATE INDEX device_of_hall ON device (hall, signed_in_at);

CREATE TABLE passphrase (
  person TEXT PRIMARY KEY,
  hash TEXT NOT NULL,         -- argon2id with its salt and cost, as libsodium writes it
  set_at INTEGER NOT NULL
) STRICT;
