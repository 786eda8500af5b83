-- What a request and a turn say of themselves, and the groups that take turns and share time.
ALTER TABLE floor_request ADD COLUMN stance TEXT;
ALTER TABLE floor_request ADD COLUMN point TEXT;
ALTER TABLE speech ADD COLUMN stance TEXT;
ALTER TABLE speech ADD COLUMN point TEXT;
ALTER TABLE speech ADD COLUMN reason TEXT;  -- why it was not the first one's turn
ALTER TABLE member ADD COLUMN group_name TEXT;
ALTER TABLE attendee ADD COLUMN group_name TEXT;
