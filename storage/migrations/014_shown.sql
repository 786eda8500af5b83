-- When what everybody may come to see of it last changed: what happens inside is not for others to count.
ALTER TABLE hall ADD COLUMN shown_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN shown_at INTEGER NOT NULL DEFAULT 0;
