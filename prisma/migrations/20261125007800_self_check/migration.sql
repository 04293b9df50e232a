-- What the sequencer found when it last checked its own record, byte by byte (I05).
CREATE TABLE ledger_health (
  only_one      boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  checked_at    timestamptz,
  checked_size  bigint,
  -- broken: an entry or a hash is not what was signed; fork: this database does not continue what was published.
  trouble       text CHECK (trouble IN ('broken', 'fork')),
  -- The first thing that is wrong, by its number: never what stands in it.
  first_wrong   text,
  trouble_since timestamptz,
  CHECK ((trouble IS NULL) = (trouble_since IS NULL)),
  CHECK ((checked_at IS NULL) = (checked_size IS NULL))
);
INSERT INTO ledger_health DEFAULT VALUES;

REVOKE INSERT, UPDATE, DELETE ON ledger_health FROM meent_app;
GRANT SELECT, UPDATE ON ledger_health TO meent_sequencer;
