-- The foundation: town, people, issues, and the safeguard records that stand beside every act.
-- Written for PostgreSQL 15 and later. No PostGIS: places are latitude, longitude and a Web-Mercator quadkey.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- ---------------------------------------------------------------- the town

CREATE TABLE town (
  id            smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  key           text NOT NULL,
  name          text NOT NULL,
  country       text NOT NULL,
  timezone      text NOT NULL,
  languages     text[] NOT NULL,
  ref_prefix    text NOT NULL,
  attribution   text NOT NULL DEFAULT '',
  -- [west, south, east, north] and the outline as GeoJSON; null when the city folder had no areas.
  bounds        double precision[] CHECK (bounds IS NULL OR cardinality(bounds) = 4),
  outline       jsonb,
  -- Settings the administrator edits: contact lines, theme tokens, wordings. Shape checked by the application.
  settings      jsonb NOT NULL DEFAULT '{}',
  census        jsonb NOT NULL DEFAULT '{}',
  -- Raised by every import and configuration change; caches are keyed by it.
  version       integer NOT NULL DEFAULT 1,
  updated_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE area (
  key                 text PRIMARY KEY,
  name                text NOT NULL,
  outline             jsonb NOT NULL,
  bounds              double precision[] NOT NULL CHECK (cardinality(bounds) = 4),
  population          integer,
  is_in_analysis      boolean NOT NULL DEFAULT true,
  indicators          jsonb NOT NULL DEFAULT '{}'
);

CREATE TABLE category (
  key                 text PRIMARY KEY,
  group_key           text NOT NULL,
  -- Words by language: {"en": "...", "es": "..."}
  group_name          jsonb NOT NULL,
  name                jsonb NOT NULL,
  synonyms            jsonb NOT NULL DEFAULT '{}',
  pictogram           text NOT NULL DEFAULT 'other',
  department          text NOT NULL DEFAULT '',
  radius_m            integer NOT NULL DEFAULT 250 CHECK (radius_m BETWEEN 10 AND 5000),
  service_days        integer CHECK (service_days BETWEEN 1 AND 730),
  service_day_kind    text NOT NULL DEFAULT 'working' CHECK (service_day_kind IN ('working', 'calendar')),
  is_choosable        boolean NOT NULL DEFAULT true,
  is_emergency        boolean NOT NULL DEFAULT false,
  -- Whom to call, by language; shown instead of the form when is_emergency.
  emergency           jsonb NOT NULL DEFAULT '{}',
  questions           jsonb NOT NULL DEFAULT '[]',
  version             integer NOT NULL DEFAULT 1,
  updated_at          timestamptz NOT NULL DEFAULT now(),
  CHECK (NOT is_emergency OR emergency <> '{}')
);
CREATE INDEX category_group ON category (group_key);

-- Every version of a category as it was, with who changed it and why.
CREATE TABLE category_version (
  category_key  text NOT NULL REFERENCES category (key),
  version       integer NOT NULL,
  content       jsonb NOT NULL,
  changed_by    uuid,
  reason        text NOT NULL,
  changed_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (category_key, version)
);

CREATE TABLE gazetteer_place (
  id        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind      text NOT NULL CHECK (kind IN ('street', 'address', 'crossing', 'landmark')),
  name      text NOT NULL,
  -- Normalised words that searches compare with (interactions/cities/gazetteer-words.ts).
  words     text NOT NULL,
  street    text,
  cross_street text,
  number    text,
  postcode  text,
  area_key  text,
  lat       double precision NOT NULL,
  lng       double precision NOT NULL,
  weight    real NOT NULL DEFAULT 1
);
CREATE INDEX gazetteer_words ON gazetteer_place USING gin (words gin_trgm_ops);
CREATE INDEX gazetteer_street ON gazetteer_place (kind, street, number);
CREATE INDEX gazetteer_place_point ON gazetteer_place (lat, lng);

CREATE TABLE import_batch (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  city_key      text NOT NULL,
  file_name     text NOT NULL,
  file_sha256   text NOT NULL,
  first_row     integer NOT NULL,
  last_row      integer NOT NULL,
  reports       integer NOT NULL,
  issues        integer NOT NULL,
  rejected      integer NOT NULL DEFAULT 0,
  imported_at   timestamptz NOT NULL DEFAULT now(),
  UNIQUE (city_key, file_sha256, first_row)
);

-- ---------------------------------------------------------------- people

CREATE TABLE person (
  id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  role              text NOT NULL CHECK (role IN ('resident', 'civil-servant', 'oversight', 'administrator')),
  language          text NOT NULL DEFAULT 'en',
  -- Sealed with the person's own key (platform/sealing.server.ts); destroying the key erases them everywhere.
  sealed_name       bytea,
  sealed_email      bytea,
  sealed_phone      bytea,
  email_index       bytea UNIQUE,
  -- Staff only: shown to residents by function, never by name.
  job_title         text,
  department        text,
  home_area_key     text,
  password_hash     text,
  sealed_totp       bytea,
  totp_last_step    bigint,
  is_demo           boolean NOT NULL DEFAULT false,
  disabled_at       timestamptz,
  -- Counts this person's entries, so that a gap in what they are shown would be visible.
  entry_count       integer NOT NULL DEFAULT 0,
  created_at        timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX person_role ON person (role) WHERE role <> 'resident';

CREATE TABLE person_key (
  person_id     uuid PRIMARY KEY REFERENCES person (id),
  wrapped_key   bytea NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE recovery_code (
  id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id   uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  code_hash   text NOT NULL,
  used_at     timestamptz
);
CREATE INDEX recovery_code_person ON recovery_code (person_id);

CREATE TABLE session (
  -- SHA-256 of the id that the cookie holds.
  id_hash       bytea PRIMARY KEY,
  person_id     uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  created_at    timestamptz NOT NULL,
  seen_at       timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  -- What the person recognises the session by, such as "Firefox on Android".
  device        text NOT NULL DEFAULT ''
);
CREATE INDEX session_person ON session (person_id);
CREATE INDEX session_expiry ON session (expires_at);

-- One-time links and half-finished sign-ins: mail link, first password, second factor, follow confirmation.
CREATE TABLE one_time_token (
  token_hash    bytea PRIMARY KEY,
  purpose       text NOT NULL,
  person_id     uuid REFERENCES person (id) ON DELETE CASCADE,
  browser_hash  bytea,
  content       jsonb NOT NULL DEFAULT '{}',
  expires_at    timestamptz NOT NULL,
  used_at       timestamptz
);
CREATE INDEX one_time_token_expiry ON one_time_token (expires_at);

CREATE TABLE mandate (
  id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id     uuid NOT NULL REFERENCES person (id),
  acts          text[] NOT NULL,
  categories    text[] NOT NULL DEFAULT '{}',
  areas         text[] NOT NULL DEFAULT '{}',
  valid_from    timestamptz NOT NULL,
  valid_until   timestamptz NOT NULL CHECK (valid_until > valid_from),
  granted_by    uuid NOT NULL REFERENCES person (id),
  ground        text NOT NULL,
  granted_at    timestamptz NOT NULL,
  revoked_at    timestamptz,
  revoked_by    uuid REFERENCES person (id)
);
CREATE INDEX mandate_person ON mandate (person_id);

-- ---------------------------------------------------------------- issues, reports, the town's answer

CREATE TABLE issue (
  id                  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  ref                 text NOT NULL UNIQUE,
  category_key        text NOT NULL REFERENCES category (key),
  status              text NOT NULL DEFAULT 'open'
                      CHECK (status IN ('open', 'in-progress', 'waiting', 'resolved', 'not-resolved')),
  -- Where, in words: "Clarendon Street at Boylston Street". Never a name or a house's resident.
  place               text NOT NULL DEFAULT '',
  lat                 double precision,
  lng                 double precision,
  quadkey             bigint,
  area_key            text REFERENCES area (key),
  report_count        integer NOT NULL DEFAULT 1,
  reported_at         timestamptz NOT NULL,
  updated_at          timestamptz NOT NULL,
  due_at              timestamptz,
  closed_at           timestamptz,
  -- The case: the town's work on this issue.
  assignee_id         uuid REFERENCES person (id),
  acknowledged_at     timestamptz,
  reopened_count      integer NOT NULL DEFAULT 0,
  is_hidden           boolean NOT NULL DEFAULT false,
  -- Imported history.
  origin_id           text,
  origin_outcome      text,
  is_imported         boolean NOT NULL DEFAULT false,
  has_unknown_original boolean NOT NULL DEFAULT false,
  has_time_conflict   boolean NOT NULL DEFAULT false,
  search              tsvector,
  CHECK ((lat IS NULL) = (lng IS NULL) AND (lat IS NULL) = (quadkey IS NULL)),
  CHECK ((closed_at IS NULL) = (status NOT IN ('resolved', 'not-resolved')))
);
CREATE INDEX issue_newest ON issue (reported_at DESC, id DESC) WHERE NOT is_hidden;
CREATE INDEX issue_status_newest ON issue (status, reported_at DESC, id DESC) WHERE NOT is_hidden;
CREATE INDEX issue_category_newest ON issue (category_key, reported_at DESC, id DESC) WHERE NOT is_hidden;
CREATE INDEX issue_area_newest ON issue (area_key, reported_at DESC, id DESC) WHERE NOT is_hidden;
CREATE INDEX issue_due ON issue (due_at, id) WHERE closed_at IS NULL AND NOT is_hidden;
CREATE INDEX issue_quadkey ON issue (quadkey) INCLUDE (status, category_key) WHERE quadkey IS NOT NULL AND NOT is_hidden;
CREATE INDEX issue_category_quadkey ON issue (category_key, quadkey) WHERE quadkey IS NOT NULL AND NOT is_hidden;
CREATE INDEX issue_search ON issue USING gin (search);
CREATE INDEX issue_assignee ON issue (assignee_id) WHERE assignee_id IS NOT NULL;
CREATE UNIQUE INDEX issue_origin ON issue (origin_id) WHERE origin_id IS NOT NULL;

CREATE TABLE report (
  id                  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  issue_id            uuid NOT NULL REFERENCES issue (id),
  person_id           uuid REFERENCES person (id),
  -- Set when a civil servant entered it for somebody at the desk or on the phone.
  entered_by          uuid REFERENCES person (id),
  channel             text NOT NULL,
  language            text NOT NULL,
  description         text NOT NULL DEFAULT '',
  answers             jsonb NOT NULL DEFAULT '[]',
  category_version    integer NOT NULL DEFAULT 1,
  lat                 double precision,
  lng                 double precision,
  area_key            text REFERENCES area (key),
  is_me_too           boolean NOT NULL DEFAULT false,
  is_name_public      boolean NOT NULL DEFAULT false,
  may_share_contact   boolean NOT NULL DEFAULT false,
  notice_version      text,
  follow_token_hash   bytea UNIQUE,
  reported_at         timestamptz NOT NULL,
  origin_id           text UNIQUE,
  import_batch_id     uuid REFERENCES import_batch (id),
  -- City-of-origin columns that statistics need: resident_initiated, scope and the like.
  origin              jsonb,
  is_in_analysis      boolean NOT NULL DEFAULT true
);
CREATE INDEX report_issue ON report (issue_id, reported_at);
CREATE INDEX report_person ON report (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE photo (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  report_id     uuid REFERENCES report (id),
  update_id     uuid,
  file_key      text NOT NULL,
  width         integer NOT NULL,
  height        integer NOT NULL,
  alt           text NOT NULL DEFAULT '',
  is_public     boolean NOT NULL DEFAULT true,
  added_at      timestamptz NOT NULL
);
CREATE INDEX photo_report ON photo (report_id);
CREATE INDEX photo_update ON photo (update_id);

-- A report that is not sent yet. Sealed with a key that only the person's browser holds: the town cannot read it.
CREATE TABLE draft (
  id_hash       bytea PRIMARY KEY,
  sealed        bytea NOT NULL,
  photo_keys    text[] NOT NULL DEFAULT '{}',
  updated_at    timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL
);
CREATE INDEX draft_expiry ON draft (expires_at);

CREATE TABLE issue_update (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  issue_id      uuid NOT NULL REFERENCES issue (id),
  kind          text NOT NULL CHECK (kind IN ('acknowledged', 'update', 'planned', 'question', 'decision', 'reopened', 'moved')),
  text          text NOT NULL DEFAULT '',
  language      text NOT NULL,
  status_after  text NOT NULL,
  author_id     uuid REFERENCES person (id),
  author_title  text NOT NULL DEFAULT '',
  planned_for   date,
  published_at  timestamptz NOT NULL
);
CREATE INDEX issue_update_issue ON issue_update (issue_id, published_at);
ALTER TABLE photo ADD CONSTRAINT photo_update_id_fkey FOREIGN KEY (update_id) REFERENCES issue_update (id);

CREATE TABLE note (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  issue_id      uuid NOT NULL REFERENCES issue (id),
  author_id     uuid NOT NULL REFERENCES person (id),
  text          text NOT NULL,
  written_at    timestamptz NOT NULL
);
CREATE INDEX note_issue ON note (issue_id, written_at);

CREATE TABLE decision (
  id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  issue_id        uuid NOT NULL REFERENCES issue (id),
  update_id       uuid NOT NULL REFERENCES issue_update (id),
  outcome         text NOT NULL CHECK (outcome IN ('resolved', 'not-resolved')),
  facts           text NOT NULL CHECK (facts <> ''),
  ground          text NOT NULL CHECK (ground <> ''),
  reasons         text NOT NULL CHECK (reasons <> ''),
  redress_body    text NOT NULL CHECK (redress_body <> ''),
  redress_until   date NOT NULL,
  redress_address text NOT NULL CHECK (redress_address <> ''),
  language        text NOT NULL,
  decided_by      uuid NOT NULL REFERENCES person (id),
  decided_title   text NOT NULL,
  mandate_id      integer NOT NULL REFERENCES mandate (id),
  decided_at      timestamptz NOT NULL,
  supersedes_id   uuid REFERENCES decision (id)
);
CREATE INDEX decision_issue ON decision (issue_id, decided_at);

-- A civil servant's own interest in a case, and who waived it (Awb 2:4).
CREATE TABLE interest_declaration (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  issue_id      uuid NOT NULL REFERENCES issue (id),
  person_id     uuid NOT NULL REFERENCES person (id),
  kind          text NOT NULL CHECK (kind IN ('lives-in-area', 'relation', 'property', 'involved-before', 'reporter')),
  outcome       text NOT NULL CHECK (outcome IN ('recused', 'waived', 'open')),
  waived_by     uuid REFERENCES person (id) CHECK (waived_by <> person_id),
  reason        text NOT NULL DEFAULT '',
  declared_at   timestamptz NOT NULL,
  UNIQUE (issue_id, person_id)
);

CREATE TABLE follow (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id     uuid NOT NULL REFERENCES person (id),
  issue_id      uuid REFERENCES issue (id),
  area_key      text REFERENCES area (key),
  category_key  text REFERENCES category (key),
  language      text NOT NULL,
  asked_at      timestamptz NOT NULL,
  confirmed_at  timestamptz,
  ended_at      timestamptz,
  end_token_hash bytea NOT NULL UNIQUE,
  CHECK (issue_id IS NOT NULL OR area_key IS NOT NULL OR category_key IS NOT NULL)
);
CREATE INDEX follow_issue ON follow (issue_id) WHERE ended_at IS NULL AND confirmed_at IS NOT NULL;
CREATE INDEX follow_person ON follow (person_id);

CREATE TABLE mail (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- One mail per key, however often its job is tried.
  once_key      text NOT NULL UNIQUE,
  person_id     uuid NOT NULL REFERENCES person (id),
  template      text NOT NULL,
  sealed        bytea NOT NULL,
  made_at       timestamptz NOT NULL,
  sent_at       timestamptz,
  state         text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'kept', 'failed'))
);
CREATE INDEX mail_made ON mail (made_at DESC);

-- ---------------------------------------------------------------- safeguard records: insert only

CREATE TABLE entry (
  entry_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id            uuid NOT NULL UNIQUE,
  kind          text NOT NULL,
  xid           xid8 NOT NULL DEFAULT pg_current_xact_id(),
  entry         bytea NOT NULL CHECK (octet_length(entry) <= 8192),
  leaf_hash     bytea NOT NULL CHECK (octet_length(leaf_hash) = 32),
  -- Said again in columns, so that oversight can search; `entry` is what counts.
  is_refused    boolean NOT NULL DEFAULT false,
  worst         text NOT NULL CHECK (worst IN ('pass', 'warn', 'block', 'insufficient_data', 'not_applicable')),
  role          text NOT NULL,
  purpose       text NOT NULL,
  ict_role      text NOT NULL,
  area_key      text,
  channel       text NOT NULL,
  language      text NOT NULL,
  object_type   text,
  object_ref    text,
  trace_id      text NOT NULL CHECK (length(trace_id) = 32),
  checks        jsonb NOT NULL,
  problem       text,
  made_at       timestamptz NOT NULL
);
CREATE INDEX entry_xid ON entry (xid);
CREATE INDEX entry_made ON entry (made_at DESC, entry_id DESC);
CREATE INDEX entry_kind_made ON entry (kind, entry_id DESC);
CREATE INDEX entry_worst_made ON entry (worst, entry_id DESC) WHERE worst IN ('warn', 'block');
CREATE INDEX entry_object ON entry (object_ref, entry_id) WHERE object_ref IS NOT NULL;
CREATE INDEX entry_trace ON entry (trace_id);

CREATE TABLE entry_pending (
  entry_id      bigint PRIMARY KEY
) WITH (autovacuum_vacuum_scale_factor = 0.01);

-- Openings of the commitments inside entries, sealed with the person's key (LEDGER 4).
CREATE TABLE entry_opening (
  entry_id      bigint NOT NULL REFERENCES entry (entry_id),
  name          text NOT NULL,
  person_id     uuid NOT NULL REFERENCES person (id),
  sealed        bytea NOT NULL,
  PRIMARY KEY (entry_id, name, person_id)
);

-- Logboek Dataverwerkingen: one line per action and data subject. Never who acted.
CREATE TABLE processing_line (
  line_id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  trace_id                text NOT NULL CHECK (length(trace_id) = 32),
  span_id                 text NOT NULL CHECK (length(span_id) = 16),
  parent_span_id          text CHECK (length(parent_span_id) = 16),
  status                  text NOT NULL CHECK (status IN ('Unset', 'Ok', 'Error')),
  name                    text NOT NULL,
  started_at_ms           bigint NOT NULL,
  ended_at_ms             bigint NOT NULL,
  processing_activity_id  text NOT NULL,
  data_subject_id         text,
  data_subject_id_type    text,
  attributes              jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX processing_line_subject ON processing_line (data_subject_id, line_id DESC) WHERE data_subject_id IS NOT NULL;
CREATE INDEX processing_line_trace ON processing_line (trace_id);

-- Who did it, in which role, for what purpose (NEN 7513). Apart from the lines above, joined by trace id.
CREATE TABLE audit_event (
  event_id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  trace_id          text NOT NULL,
  span_id           text NOT NULL,
  event_type        text NOT NULL,
  outcome_indicator text NOT NULL,
  person_id         uuid,
  role              text NOT NULL,
  purpose_of_use    text NOT NULL,
  protocol          text NOT NULL,
  mandate_id        integer,
  break_glass       jsonb,
  object_type       text,
  object_ref        text,
  fields            text[] NOT NULL DEFAULT '{}',
  happened_at       timestamptz NOT NULL
);
CREATE INDEX audit_event_person ON audit_event (person_id, event_id DESC);
CREATE INDEX audit_event_trace ON audit_event (trace_id);
CREATE INDEX audit_event_object ON audit_event (object_ref, event_id);

-- Who takes part, without saying who: area, channel, language, phase, day.
CREATE TABLE participation_record (
  record_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  interaction   text NOT NULL,
  phase         text NOT NULL,
  area_key      text,
  channel       text NOT NULL,
  language      text NOT NULL,
  is_assisted   boolean NOT NULL DEFAULT false,
  day           date NOT NULL
);
CREATE INDEX participation_day ON participation_record (day, interaction);

-- Public reads leave no row per view, only counts.
CREATE TABLE read_count (
  interaction   text NOT NULL,
  area_key      text NOT NULL DEFAULT '',
  channel       text NOT NULL,
  language      text NOT NULL,
  day           date NOT NULL,
  n             bigint NOT NULL,
  PRIMARY KEY (day, interaction, area_key, channel, language)
);

-- ---------------------------------------------------------------- machinery

-- A double click, a retry and twenty parallel copies make one act.
CREATE TABLE idempotency (
  key           uuid NOT NULL,
  interaction   text NOT NULL,
  request_hash  bytea NOT NULL,
  answer        jsonb,
  made_at       timestamptz NOT NULL,
  PRIMARY KEY (key, interaction)
);
CREATE INDEX idempotency_made ON idempotency (made_at);

CREATE TABLE rate_bucket (
  key           text PRIMARY KEY,
  tokens        double precision NOT NULL,
  refilled_at   timestamptz NOT NULL
);

-- ---------------------------------------------------------------- the line the database holds

-- A commit that changed a protected table without an entry is refused, whoever sent it (LEDGER 6.3).
CREATE FUNCTION require_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM entry WHERE xid = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'a change of % without an entry in the record', TG_TABLE_NAME
      USING ERRCODE = 'MEENT', HINT = 'Every change goes through the door.';
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE protected text;
BEGIN
  FOREACH protected IN ARRAY ARRAY['town', 'area', 'category', 'category_version', 'import_batch', 'issue', 'report', 'photo',
    'issue_update', 'note', 'decision', 'interest_declaration', 'mandate', 'follow', 'person']
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_entry()', protected || '_needs_entry', protected);
  END LOOP;
END $$;

-- Records accept no change from anybody, not even from the owner of the tables.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the record % accepts no % ', TG_TABLE_NAME, TG_OP USING ERRCODE = 'MEENT';
END $$;

DO $$
DECLARE record_table text;
BEGIN
  FOREACH record_table IN ARRAY ARRAY['entry', 'processing_line', 'audit_event', 'participation_record', 'category_version']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', record_table || '_is_insert_only', record_table);
  END LOOP;
END $$;

-- The role the application works in. It may insert records and read them; it may not change or delete them.
DO $$
BEGIN
  CREATE ROLE meent_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

DO $$
BEGIN
  EXECUTE format('GRANT meent_app TO %I', current_user);
EXCEPTION WHEN OTHERS THEN NULL;
END $$;

GRANT USAGE ON SCHEMA public TO meent_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO meent_app;
REVOKE UPDATE, DELETE, TRUNCATE ON entry, processing_line, audit_event, participation_record, category_version FROM meent_app;
REVOKE DELETE ON issue, report, decision, issue_update, mandate, person FROM meent_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO meent_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO meent_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO meent_app;
