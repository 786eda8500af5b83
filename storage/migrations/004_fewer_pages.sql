-- Every page that a commit touches is written to the log, summed and synced, so rows that change together stand
-- together: one tree per table of the hot kind, in the order in which it is asked, and no index that scatters.

-- A repeated command is found by the hall's memory of all commands, as a seq: random ids touched a page each.
DROP INDEX event_of_command;

-- The last event of a meeting stands beside the meeting, once per commit, instead of an index entry per event.
ALTER TABLE meeting ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;
UPDATE meeting SET seq = (SELECT max(seq) FROM event WHERE event.meeting = meeting.meeting);
DROP INDEX event_of_meeting;

-- Whoever joins the hall joins its running meetings, without a look at the hundreds of past ones.
CREATE INDEX meeting_running ON meeting (hall) WHERE state IN ('convened', 'open', 'recess');

CREATE TABLE new_member (
  hall TEXT NOT NULL REFERENCES hall,
  person TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  seat TEXT NOT NULL,
  votes INTEGER NOT NULL,
  PRIMARY KEY (hall, person)
) STRICT, WITHOUT ROWID;
INSERT INTO new_member SELECT * FROM member;
DROP TABLE member;
ALTER TABLE new_member RENAME TO member;
CREATE INDEX member_of_hall ON member (hall, ordinal);

-- Who belonged to the hall while the meeting was on, as they were then.
CREATE TABLE new_attendee (
  meeting TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
  person TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  seat TEXT NOT NULL,
  votes INTEGER NOT NULL,
  excuse TEXT,
  PRIMARY KEY (meeting, person)
) STRICT, WITHOUT ROWID;
INSERT INTO new_attendee SELECT * FROM attendee;
DROP TABLE attendee;
ALTER TABLE new_attendee RENAME TO attendee;

CREATE TABLE new_presence (
  meeting TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
  person TEXT NOT NULL,
  seq INTEGER NOT NULL,       -- of the arrival
  arrived_at INTEGER NOT NULL,
  departed_at INTEGER,        -- stayed to the end, or is still here
  PRIMARY KEY (meeting, person, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO new_presence SELECT * FROM presence;
DROP TABLE presence;
ALTER TABLE new_presence RENAME TO presence;

CREATE TABLE new_floor_request (
  request TEXT NOT NULL,
  item TEXT NOT NULL REFERENCES agenda_item ON DELETE CASCADE,
  person TEXT NOT NULL,
  kind TEXT NOT NULL,
  note TEXT,
  asked_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  moved_reason TEXT,
  PRIMARY KEY (item, request)
) STRICT, WITHOUT ROWID;
INSERT INTO new_floor_request SELECT * FROM floor_request;
DROP TABLE floor_request;
ALTER TABLE new_floor_request RENAME TO floor_request;

CREATE TABLE new_speech (
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
) STRICT, WITHOUT ROWID;
INSERT INTO new_speech SELECT * FROM speech;
DROP TABLE speech;
ALTER TABLE new_speech RENAME TO speech;

CREATE TABLE new_elector (
  vote TEXT NOT NULL REFERENCES vote ON DELETE CASCADE,
  person TEXT NOT NULL,
  PRIMARY KEY (vote, person)
) STRICT, WITHOUT ROWID;
INSERT INTO new_elector SELECT * FROM elector;
DROP TABLE elector;
ALTER TABLE new_elector RENAME TO elector;

CREATE TABLE new_ballot (
  vote TEXT NOT NULL REFERENCES vote ON DELETE CASCADE,
  person TEXT NOT NULL,
  choice TEXT NOT NULL,       -- the last one
  PRIMARY KEY (vote, person)
) STRICT, WITHOUT ROWID;
INSERT INTO new_ballot SELECT * FROM ballot;
DROP TABLE ballot;
ALTER TABLE new_ballot RENAME TO ballot;
