-- What is open around an issue, answered from the index alone: in a crowded street a thousand rows lie within 250 metres.
CREATE INDEX issue_open_near ON issue (quadkey) INCLUDE (lat, lng, reported_at, id)
  WHERE closed_at IS NULL AND quadkey IS NOT NULL AND NOT is_hidden;
DROP INDEX issue_open_quadkey;
