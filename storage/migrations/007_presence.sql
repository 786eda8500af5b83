-- Devices of the hall's own besides its display, and what the record says of presence.
ALTER TABLE invitation ADD COLUMN kind TEXT NOT NULL DEFAULT 'personal';  -- of the device: personal, display, kiosk
UPDATE invitation SET kind = 'display' WHERE person IS NULL;
ALTER TABLE device ADD COLUMN kind TEXT NOT NULL DEFAULT 'personal';
UPDATE device SET kind = 'display' WHERE person IS NULL;

ALTER TABLE attendee ADD COLUMN absence TEXT;  -- excused, unexcused; its reason is `excuse`
UPDATE attendee SET absence = 'excused' WHERE excuse IS NOT NULL;

CREATE TABLE substitution (
  meeting TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
  seq INTEGER NOT NULL,       -- of its beginning, here and below
  absent TEXT NOT NULL,
  substitute TEXT NOT NULL,
  begun_at INTEGER NOT NULL,
  ended_at INTEGER,           -- lasted to the end, or still does, here and below
  PRIMARY KEY (meeting, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE recusal (
  item TEXT NOT NULL REFERENCES agenda_item ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  person TEXT NOT NULL,
  reason TEXT,
  begun_at INTEGER NOT NULL,
  ended_at INTEGER,
  PRIMARY KEY (item, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE closed_part (
  meeting TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  reason TEXT,
  begun_at INTEGER NOT NULL,
  ended_at INTEGER,
  PRIMARY KEY (meeting, seq)
) STRICT, WITHOUT ROWID;
