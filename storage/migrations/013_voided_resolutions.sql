-- A resolution that was recorded by mistake keeps its number.
ALTER TABLE resolution ADD COLUMN void_reason TEXT;
