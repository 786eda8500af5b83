-- Six digits can be guessed: codes are good for a day, links and QR codes as long as their invitation.
ALTER TABLE invitation ADD COLUMN code_expires_at INTEGER;
UPDATE invitation SET code_expires_at = min(expires_at, made_at + 86400000);
