-- Witnesses: others who sign the heads of the ledger after seeing that it only grew.

-- What each of them signed last, and what is wrong where something is. One row for each that is set; nobody is in it.
CREATE TABLE ledger_witness (
  vkey          text PRIMARY KEY,
  name          text NOT NULL,
  last_size     bigint,
  last_at       timestamptz,
  trouble       text CHECK (trouble IN ('away', 'unknown_log', 'key_refused', 'wrong_answer', 'knows_more')),
  trouble_since timestamptz,
  CHECK ((last_size IS NULL) = (last_at IS NULL)),
  CHECK ((trouble IS NULL) = (trouble_since IS NULL))
);

REVOKE INSERT, UPDATE, DELETE ON ledger_witness FROM meent_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ledger_witness TO meent_sequencer;

-- A signed head gets the signatures of witnesses below its own. Nothing else of it ever changes.
CREATE FUNCTION only_signatures_below() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.size, OLD.root, OLD.made_at) IS DISTINCT FROM (NEW.size, NEW.root, NEW.made_at)
    OR NOT starts_with(NEW.note, OLD.note)
    OR substr(NEW.note, length(OLD.note) + 1) !~ '^(— [^ \n]+ [A-Za-z0-9+/]+=*\n)+$' THEN
    RAISE EXCEPTION 'the record % accepts no % ', TG_TABLE_NAME, TG_OP USING ERRCODE = 'MEENT';
  END IF;
  RETURN NEW;
END $$;

DROP TRIGGER ledger_checkpoint_is_insert_only ON ledger_checkpoint;
CREATE TRIGGER ledger_checkpoint_is_insert_only BEFORE DELETE OR TRUNCATE ON ledger_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_checkpoint_only_gets_signatures BEFORE UPDATE ON ledger_checkpoint
  FOR EACH ROW EXECUTE FUNCTION only_signatures_below();
GRANT UPDATE (note) ON ledger_checkpoint TO meent_sequencer;
