-- The portion with which an import is whole: a start that finds a town without it goes on importing.
ALTER TABLE import_batch ADD COLUMN is_last boolean NOT NULL DEFAULT false;
