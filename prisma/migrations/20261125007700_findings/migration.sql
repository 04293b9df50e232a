-- Findings: what oversight must look into and answer, in one queue. Nobody deletes one, and only oversight closes one.

CREATE TABLE finding (
  id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- What people call it: "finding 12". Numbers may have gaps, because an act that failed takes its number along.
  number            integer GENERATED ALWAYS AS IDENTITY UNIQUE,
  -- Declared in interactions/findings/kinds.ts.
  kind              text NOT NULL CHECK (kind ~ '^[a-z][a-z-]*$'),
  -- Raised by each act, so that a form can tell whether it is still about what its reader saw.
  version           integer NOT NULL DEFAULT 1,
  state             text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'asked', 'explained', 'answered', 'closed')),
  about_type        text NOT NULL CHECK (about_type IN ('line', 'entry', 'case', 'check')),
  about_ref         text NOT NULL CHECK (about_ref <> ''),
  entry_id          uuid REFERENCES entry (id),
  issue_ref         text,
  -- Whose act it is about, and their unit. They never close it (I01).
  concerned_id      uuid REFERENCES person (id),
  department        text,
  -- Who asked; null when a check opened it. Their words are sealed with their own key.
  asked_by          uuid REFERENCES person (id),
  via_report_id     uuid REFERENCES report (id),
  language          text,
  sealed_question   bytea,
  statistic         jsonb,
  officer_id        uuid REFERENCES person (id),
  asked_to          text CHECK (asked_to IN ('person', 'unit')),
  opened_at         timestamptz NOT NULL,
  due_at            timestamptz NOT NULL,
  published_at      timestamptz,
  verdict           text CHECK (verdict IN ('justified', 'unjustified', 'unclear')),
  closed_at         timestamptz,
  closed_by         uuid REFERENCES person (id),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
  CHECK ((closed_at IS NULL) = (verdict IS NULL) AND (closed_at IS NULL) = (closed_by IS NULL)),
  CHECK (closed_by IS NULL OR closed_by IS DISTINCT FROM concerned_id),
  CHECK (officer_id IS NULL OR officer_id IS DISTINCT FROM concerned_id),
  CHECK ((kind = 'question') = (asked_by IS NOT NULL))
);
-- One question about one look; one open finding of a kind about one thing, however often a check runs.
CREATE UNIQUE INDEX finding_question ON finding (about_ref) WHERE kind = 'question';
CREATE UNIQUE INDEX finding_open_once ON finding (kind, about_type, about_ref) WHERE state <> 'closed';
CREATE INDEX finding_due ON finding (due_at, number) WHERE state IN ('open', 'asked', 'explained');
CREATE INDEX finding_newest ON finding (opened_at DESC, number DESC);
CREATE INDEX finding_asked_by ON finding (asked_by, number DESC) WHERE asked_by IS NOT NULL;
CREATE INDEX finding_asked_of ON finding (concerned_id, department) WHERE asked_to IS NOT NULL;
CREATE INDEX finding_published ON finding (published_at DESC, number DESC) WHERE published_at IS NOT NULL;

-- Its history: every act with its words.
CREATE TABLE finding_act (
  act_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  finding_id  uuid NOT NULL REFERENCES finding (id),
  kind        text NOT NULL CHECK (kind IN ('opened', 'assigned', 'asked', 'explained', 'answered', 'published', 'closed')),
  -- Null for the platform, and for somebody who asked by the link of their receipt.
  by_id       uuid REFERENCES person (id),
  -- To whom it was given, for an assignment.
  to_id       uuid REFERENCES person (id),
  text        text NOT NULL DEFAULT '',
  language    text,
  acted_at    timestamptz NOT NULL
);
CREATE INDEX finding_act_of ON finding_act (finding_id, act_id);

-- What a finding is about never changes, a closed one stays as it was closed, and only an oversight officer closes one.
CREATE FUNCTION hold_finding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.number, NEW.kind, NEW.about_type, NEW.about_ref, NEW.opened_at)
      IS DISTINCT FROM (OLD.id, OLD.number, OLD.kind, OLD.about_type, OLD.about_ref, OLD.opened_at)
    OR NEW.concerned_id IS DISTINCT FROM OLD.concerned_id OR NEW.asked_by IS DISTINCT FROM OLD.asked_by THEN
    RAISE EXCEPTION 'what a finding is about does not change' USING ERRCODE = 'MEENT';
  END IF;
  IF OLD.state = 'closed' AND (NEW.state, NEW.verdict, NEW.closed_at, NEW.closed_by, NEW.due_at)
      IS DISTINCT FROM (OLD.state, OLD.verdict, OLD.closed_at, OLD.closed_by, OLD.due_at) THEN
    RAISE EXCEPTION 'a closed finding stays closed' USING ERRCODE = 'MEENT';
  END IF;
  IF NEW.state = 'closed' AND OLD.state <> 'closed'
    AND NOT EXISTS (SELECT 1 FROM person WHERE id = NEW.closed_by AND role = 'oversight') THEN
    RAISE EXCEPTION 'only an oversight officer closes a finding' USING ERRCODE = 'MEENT';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER finding_is_held BEFORE UPDATE ON finding FOR EACH ROW EXECUTE FUNCTION hold_finding();
CREATE TRIGGER finding_is_never_deleted BEFORE DELETE OR TRUNCATE ON finding
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER finding_act_is_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON finding_act
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A look that an investigation hides from the person for a time: on a legal ground, until a day, agreed by two officers.
CREATE TABLE look_exception (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  entry_id      uuid NOT NULL REFERENCES entry (id),
  -- Whose look it is: never one of the two who hide it.
  looker_id     uuid REFERENCES person (id),
  legal_ground  text NOT NULL CHECK (legal_ground <> ''),
  reason        text NOT NULL CHECK (reason <> ''),
  ends_at       timestamptz NOT NULL,
  proposed_by   uuid NOT NULL REFERENCES person (id),
  proposed_at   timestamptz NOT NULL,
  approved_by   uuid REFERENCES person (id),
  approved_at   timestamptz,
  CHECK (ends_at > proposed_at),
  CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
  CHECK (approved_by <> proposed_by),
  CHECK (looker_id IS NULL OR (looker_id <> proposed_by AND looker_id IS DISTINCT FROM approved_by))
);
CREATE INDEX look_exception_entry ON look_exception (entry_id) WHERE approved_at IS NOT NULL;
CREATE INDEX look_exception_newest ON look_exception (proposed_at DESC);

-- Approved once, by an officer, and never changed: a longer one is another one, with its own two officers.
CREATE FUNCTION hold_look_exception() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.approved_at IS NOT NULL OR NEW.approved_at IS NULL
    OR (NEW.id, NEW.entry_id, NEW.legal_ground, NEW.reason, NEW.ends_at, NEW.proposed_by, NEW.proposed_at)
      IS DISTINCT FROM (OLD.id, OLD.entry_id, OLD.legal_ground, OLD.reason, OLD.ends_at, OLD.proposed_by, OLD.proposed_at)
    OR NEW.looker_id IS DISTINCT FROM OLD.looker_id
    OR (SELECT count(*) FROM person WHERE id IN (NEW.proposed_by, NEW.approved_by) AND role = 'oversight') <> 2 THEN
    RAISE EXCEPTION 'an exception is approved once, by a second oversight officer' USING ERRCODE = 'MEENT';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER look_exception_is_held BEFORE UPDATE ON look_exception FOR EACH ROW EXECUTE FUNCTION hold_look_exception();
CREATE TRIGGER look_exception_is_never_deleted BEFORE DELETE OR TRUNCATE ON look_exception
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

DO $$
DECLARE protected text;
BEGIN
  FOREACH protected IN ARRAY ARRAY['finding', 'finding_act', 'look_exception']
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_entry()', protected || '_needs_entry', protected);
  END LOOP;
END $$;
REVOKE DELETE, TRUNCATE ON finding, look_exception FROM meent_app;
REVOKE UPDATE, DELETE, TRUNCATE ON finding_act FROM meent_app;
