-- How the town changes its own rules: every version kept, and a second person where a change shifts discretion.

-- A change that waits for a second administrator, and what became of it.
CREATE TABLE proposed_change (
  id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind            text NOT NULL CHECK (kind IN ('category', 'settings')),
  -- Which category; `town` for the settings.
  object_key      text NOT NULL,
  -- Raised when the author changes it, so that nobody approves what they did not see.
  version         integer NOT NULL DEFAULT 1,
  -- [{"field": ..., "before": ..., "after": ...}]: only what changes, with what stood there.
  changes         jsonb NOT NULL,
  reason          text NOT NULL CHECK (reason <> ''),
  author_id       uuid NOT NULL REFERENCES person (id),
  proposed_at     timestamptz NOT NULL,
  revised_at      timestamptz NOT NULL,
  state           text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'approved', 'declined', 'withdrawn')),
  decided_by      uuid REFERENCES person (id),
  decided_at      timestamptz,
  decision_reason text NOT NULL DEFAULT '',
  -- The version of the category or the settings that came of it.
  made_version    integer,
  CHECK ((state = 'waiting') = (decided_by IS NULL)),
  -- Two people, whatever the application says.
  CHECK (state NOT IN ('approved', 'declined') OR decided_by <> author_id)
);
CREATE UNIQUE INDEX proposed_change_waiting ON proposed_change (kind, object_key) WHERE state = 'waiting';
CREATE INDEX proposed_change_newest ON proposed_change (proposed_at DESC, id);

-- Every version of the town's settings as they were, with who changed them and why.
CREATE TABLE town_settings_version (
  version       integer PRIMARY KEY,
  content       jsonb NOT NULL,
  changed_by    uuid,
  approved_by   uuid CHECK (approved_by <> changed_by),
  reason        text NOT NULL,
  changed_at    timestamptz NOT NULL
);

ALTER TABLE category_version ADD COLUMN approved_by uuid CHECK (approved_by <> changed_by);

-- Questions that an administrator is still working on. Nobody is asked them before they are published, with a reason.
CREATE TABLE category_draft (
  category_key  text NOT NULL REFERENCES category (key),
  author_id     uuid NOT NULL REFERENCES person (id),
  base_version  integer NOT NULL,
  questions     jsonb NOT NULL,
  updated_at    timestamptz NOT NULL,
  PRIMARY KEY (category_key, author_id)
);

ALTER TABLE mandate ADD COLUMN revoke_reason text NOT NULL DEFAULT '';

DO $$
DECLARE protected text;
BEGIN
  FOREACH protected IN ARRAY ARRAY['proposed_change', 'town_settings_version']
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_entry()', protected || '_needs_entry', protected);
  END LOOP;
END $$;
CREATE TRIGGER town_settings_version_is_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON town_settings_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON town_settings_version FROM meent_app;
REVOKE DELETE, TRUNCATE ON proposed_change FROM meent_app;

-- Work that failed for good. The queue's tables are closed to the application's role; these look and act for it, and never
-- hand out what the work was about.
CREATE FUNCTION dead_jobs() RETURNS TABLE (id bigint, task text, tries integer, error text, made_at timestamptz, failed_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  RETURN QUERY SELECT j.id, j.task_identifier, j.attempts::integer, j.last_error, j.created_at, j.updated_at
    FROM graphile_worker.jobs j WHERE j.attempts >= j.max_attempts AND j.locked_at IS NULL ORDER BY j.updated_at DESC, j.id LIMIT 200;
END $$;
CREATE FUNCTION count_dead_jobs() RETURNS bigint LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  RETURN (SELECT count(*) FROM graphile_worker.jobs j WHERE j.attempts >= j.max_attempts AND j.locked_at IS NULL);
END $$;
-- The task that is tried again; null when it is not there any more.
CREATE FUNCTION retry_dead_job(job_id bigint, at timestamptz) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE task text;
BEGIN
  SELECT j.task_identifier INTO task FROM graphile_worker.jobs j WHERE j.id = job_id AND j.attempts >= j.max_attempts AND j.locked_at IS NULL;
  IF task IS NOT NULL THEN PERFORM graphile_worker.reschedule_jobs(ARRAY[job_id], run_at => at, attempts => 0); END IF;
  RETURN task;
END $$;
CREATE FUNCTION dismiss_dead_job(job_id bigint) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE task text;
BEGIN
  SELECT j.task_identifier INTO task FROM graphile_worker.jobs j WHERE j.id = job_id AND j.attempts >= j.max_attempts AND j.locked_at IS NULL;
  IF task IS NOT NULL THEN PERFORM graphile_worker.complete_jobs(ARRAY[job_id]); END IF;
  RETURN task;
END $$;
REVOKE ALL ON FUNCTION dead_jobs(), count_dead_jobs(), retry_dead_job(bigint, timestamptz), dismiss_dead_job(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dead_jobs(), count_dead_jobs(), retry_dead_job(bigint, timestamptz), dismiss_dead_job(bigint) TO meent_app;
