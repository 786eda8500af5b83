-- Working groups: halls below a hall, what is referred to them, and what anybody proposes.
ALTER TABLE hall ADD COLUMN parent TEXT;
ALTER TABLE hall ADD COLUMN until TEXT;  -- a temporary group's last day

-- As the chamber knows them; each is a hall as well once its letter has arrived.
CREATE TABLE working_group (
  working_group TEXT PRIMARY KEY,
  hall TEXT NOT NULL REFERENCES hall,
  name TEXT NOT NULL,
  until TEXT,
  founded_at INTEGER NOT NULL,
  dissolved_at INTEGER
) STRICT;

CREATE TABLE proposal (
  proposal TEXT PRIMARY KEY,
  hall TEXT NOT NULL REFERENCES hall,
  person TEXT NOT NULL,
  at INTEGER NOT NULL,
  title TEXT NOT NULL,
  text TEXT,
  state TEXT NOT NULL DEFAULT 'submitted',
  decided_at INTEGER,
  reason TEXT,
  item TEXT                   -- that it became, or is dealt with in
) STRICT;
CREATE INDEX proposal_of_hall ON proposal (hall, at);

-- Each stands twice: with the hall that asked, and with the one that was asked.
CREATE TABLE referral (
  hall TEXT NOT NULL REFERENCES hall,
  referral TEXT NOT NULL,
  from_hall TEXT NOT NULL,
  to_hall TEXT NOT NULL,
  item TEXT NOT NULL,         -- on the agenda of from_hall
  title TEXT NOT NULL,
  task TEXT,
  due TEXT,
  at INTEGER NOT NULL,
  report TEXT,
  reported_at INTEGER,
  PRIMARY KEY (hall, referral)
) STRICT, WITHOUT ROWID;
CREATE INDEX referral_of_item ON referral (item);

-- Calendars: how often what they show of a meeting has changed, and when the last time.
ALTER TABLE meeting ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;
UPDATE meeting SET
  revision = (SELECT count(*) FROM event WHERE event.meeting = meeting.meeting
              AND type IN ('meeting_edited', 'meeting_convened', 'meeting_not_held')),
  changed_at = (SELECT max(at) FROM event WHERE event.meeting = meeting.meeting
                AND type IN ('meeting_drafted', 'meeting_edited', 'meeting_convened', 'meeting_not_held'));

-- A device that was signed in with the person's passphrase, or given it since, has the person's role in every hall.
ALTER TABLE device ADD COLUMN proven_at INTEGER;

-- One's own calendar: its token is made of the key beside the database, the person and the edition.
CREATE TABLE calendar_link (
  person TEXT PRIMARY KEY,
  edition INTEGER NOT NULL,
  token_hash BLOB NOT NULL UNIQUE
) STRICT;
