-- The tree over all entries, and what has been signed of it. Only the sequencer writes here; everybody may read it.

-- Where each entry stands. Numbers without gaps, given once.
CREATE TABLE ledger_leaf (
  seq       bigint PRIMARY KEY CHECK (seq >= 0),
  entry_id  bigint NOT NULL UNIQUE REFERENCES entry (entry_id),
  leaf_hash bytea NOT NULL CHECK (octet_length(leaf_hash) = 32)
);

-- One row: how many leaves, and the roots of the complete trees that they form, left to right.
CREATE TABLE ledger_tree (
  only_one  boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  size      bigint NOT NULL DEFAULT 0,
  frontier  bytea[] NOT NULL DEFAULT '{}'
);
INSERT INTO ledger_tree DEFAULT VALUES;

-- 256 hashes each (C2SP tlog-tiles). The last one of a level grows; a shorter one of earlier is its beginning.
CREATE TABLE ledger_tile (
  level     smallint NOT NULL,
  at        bigint NOT NULL,
  hashes    bytea NOT NULL CHECK (octet_length(hashes) BETWEEN 32 AND 8192 AND octet_length(hashes) % 32 = 0),
  PRIMARY KEY (level, at)
);

-- Signed heads. What has been published once is never signed otherwise.
CREATE TABLE ledger_checkpoint (
  size      bigint PRIMARY KEY,
  root      bytea NOT NULL CHECK (octet_length(root) = 32),
  note      text NOT NULL,
  made_at   timestamptz NOT NULL DEFAULT now()
);

-- The keys that check signatures, the newest last. The secret halves are in no database.
CREATE TABLE ledger_key (
  vkey      text PRIMARY KEY,
  added_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TRIGGER ledger_leaf_is_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_leaf
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_checkpoint_is_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_key_is_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_key
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The application puts entries into the queue and reads the tree. Taking entries out and letting the tree grow is for the
-- sequencer, which has no right to anything else.
REVOKE INSERT, UPDATE, DELETE ON ledger_leaf, ledger_tree, ledger_tile, ledger_checkpoint, ledger_key FROM meent_app;
REVOKE UPDATE, DELETE ON entry_pending FROM meent_app;

DO $$
BEGIN
  CREATE ROLE meent_sequencer NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

DO $$
BEGIN
  EXECUTE format('GRANT meent_sequencer TO %I', current_user);
EXCEPTION WHEN OTHERS THEN NULL;
END $$;

GRANT USAGE ON SCHEMA public TO meent_sequencer;
GRANT SELECT (entry_id, entry, leaf_hash) ON entry TO meent_sequencer;
GRANT SELECT, DELETE ON entry_pending TO meent_sequencer;
GRANT SELECT, INSERT ON ledger_leaf, ledger_checkpoint, ledger_key TO meent_sequencer;
GRANT SELECT, UPDATE ON ledger_tree TO meent_sequencer;
GRANT SELECT, INSERT, UPDATE ON ledger_tile TO meent_sequencer;
