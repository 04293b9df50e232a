-- An import has parts: the town itself, its gazetteer, reports that stand alone, and repeats that join them afterwards.
-- Each portion of a part is one row, so that an import which was stopped goes on where it was.
ALTER TABLE import_batch ADD COLUMN part text NOT NULL DEFAULT 'reports'
  CHECK (part IN ('town', 'places', 'reports', 'repeats'));
ALTER TABLE import_batch DROP CONSTRAINT import_batch_city_key_file_sha256_first_row_key;
ALTER TABLE import_batch ADD CONSTRAINT import_batch_city_key_part_file_sha256_first_row_key
  UNIQUE (city_key, part, file_sha256, first_row);
