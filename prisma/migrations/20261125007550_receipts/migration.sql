-- What one person did, and what was done about them: newest first, without reading everybody's.
CREATE INDEX entry_opening_person ON entry_opening (person_id, entry_id);
