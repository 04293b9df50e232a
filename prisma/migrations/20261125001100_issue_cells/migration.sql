-- How many issues of which kind lie in each cell of the map, so that the whole town is answered as fast as one street.
-- Counted from `issue` and nothing else: these tables may be emptied at any time and fill themselves again.

CREATE TABLE issue_cell (
  -- Cells of a level are quadkeys of level 20 without their last 2 * (20 - level) bits.
  level         smallint NOT NULL,
  -- '*' is all categories together.
  category_key  text NOT NULL,
  cell          bigint NOT NULL,
  area_key      text NOT NULL,
  status        text NOT NULL,
  is_overdue    boolean NOT NULL,
  -- Reported within the last 7, 30, 90 or 365 days, or before: the periods that people ask for.
  age_days      smallint NOT NULL,
  n             integer NOT NULL,
  sum_lat       double precision NOT NULL,
  sum_lng       double precision NOT NULL,
  -- Of one of them: when there is only one, this is it.
  a_ref         text NOT NULL,
  PRIMARY KEY (level, category_key, cell, area_key, status, is_overdue, age_days)
);

-- Where something changed since the cells were counted. Appended to within each act, so that no act waits for another.
CREATE TABLE issue_cell_change (
  change_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  quadkey       bigint NOT NULL,
  category_key  text NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0.01);

CREATE TABLE issue_cell_clock (
  id             smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  -- Rises whenever a cell changed; answers are kept by it.
  version        bigint NOT NULL DEFAULT 0,
  -- The moment for which the cells say what is overdue and how old it is.
  counted_at     timestamptz NOT NULL DEFAULT '-infinity'
);
INSERT INTO issue_cell_clock DEFAULT VALUES;

CREATE FUNCTION note_new_issues() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO issue_cell_change (quadkey, category_key)
  SELECT DISTINCT quadkey, category_key FROM fresh WHERE quadkey IS NOT NULL;
  RETURN NULL;
END $$;

CREATE FUNCTION note_changed_issues() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO issue_cell_change (quadkey, category_key)
  SELECT DISTINCT place.quadkey, place.category_key
  FROM stale JOIN fresh USING (id),
    LATERAL (VALUES (stale.quadkey, stale.category_key), (fresh.quadkey, fresh.category_key)) AS place (quadkey, category_key)
  WHERE place.quadkey IS NOT NULL
    AND (stale.quadkey, stale.lat, stale.lng, stale.status, stale.category_key, stale.area_key, stale.due_at, stale.is_hidden,
         stale.place, stale.ref, stale.reported_at)
      IS DISTINCT FROM
        (fresh.quadkey, fresh.lat, fresh.lng, fresh.status, fresh.category_key, fresh.area_key, fresh.due_at, fresh.is_hidden,
         fresh.place, fresh.ref, fresh.reported_at);
  RETURN NULL;
END $$;

CREATE FUNCTION note_gone_issues() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO issue_cell_change (quadkey, category_key)
  SELECT DISTINCT quadkey, category_key FROM stale WHERE quadkey IS NOT NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER issue_cells_note_new AFTER INSERT ON issue
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION note_new_issues();
CREATE TRIGGER issue_cells_note_changed AFTER UPDATE ON issue
  REFERENCING OLD TABLE AS stale NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION note_changed_issues();
CREATE TRIGGER issue_cells_note_gone AFTER DELETE ON issue
  REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION note_gone_issues();

-- Marks every issue that has a place, street by street, so that the next refreshes count them all.
CREATE FUNCTION recount_issue_cells() RETURNS void LANGUAGE sql AS $$
  INSERT INTO issue_cell_change (quadkey, category_key)
  SELECT quadkey, category_key FROM issue WHERE quadkey IS NOT NULL GROUP BY quadkey, category_key ORDER BY quadkey;
$$;

CREATE FUNCTION age_of_issue(reported_at timestamptz, at timestamptz) RETURNS smallint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN reported_at >= at - interval '168 hours' THEN 7 WHEN reported_at >= at - interval '720 hours' THEN 30
    WHEN reported_at >= at - interval '2160 hours' THEN 90 WHEN reported_at >= at - interval '8760 hours' THEN 365
    ELSE 9999 END::smallint
$$;

-- The issues of some cells of `cell_level`, counted as cells are. Two of them, so that each has its own index.
CREATE FUNCTION count_all_cells(cell_level integer, cells bigint[], at timestamptz) RETURNS void LANGUAGE sql AS $$
  INSERT INTO issue_cell
  SELECT cell_level, '*', asked.cell, coalesce(i.area_key, ''), i.status,
    i.closed_at IS NULL AND i.status IN ('open', 'in-progress') AND coalesce(i.due_at <= at, false),
    age_of_issue(i.reported_at, at), count(*), sum(i.lat), sum(i.lng), min(i.ref)
  FROM unnest(cells) AS asked (cell), LATERAL (
    SELECT * FROM issue
    WHERE quadkey BETWEEN asked.cell << (2 * (20 - cell_level)) AND ((asked.cell + 1) << (2 * (20 - cell_level))) - 1
      AND quadkey IS NOT NULL AND NOT is_hidden
    OFFSET 0
  ) AS i
  GROUP BY 3, 4, 5, 6, 7
$$;

CREATE FUNCTION count_category_cells(cell_level integer, categories text[], cells bigint[], at timestamptz) RETURNS void LANGUAGE sql AS $$
  INSERT INTO issue_cell
  SELECT cell_level, asked.category_key, asked.cell, coalesce(i.area_key, ''), i.status,
    i.closed_at IS NULL AND i.status IN ('open', 'in-progress') AND coalesce(i.due_at <= at, false),
    age_of_issue(i.reported_at, at), count(*), sum(i.lat), sum(i.lng), min(i.ref)
  FROM unnest(categories, cells) AS asked (category_key, cell), LATERAL (
    SELECT * FROM issue
    WHERE category_key = asked.category_key
      AND quadkey BETWEEN asked.cell << (2 * (20 - cell_level)) AND ((asked.cell + 1) << (2 * (20 - cell_level))) - 1
      AND quadkey IS NOT NULL AND NOT is_hidden
    OFFSET 0
  ) AS i
  GROUP BY 2, 3, 4, 5, 6, 7
$$;

-- Counts again where something changed or fell due, and tells the version. Costs next to nothing when nothing did. Takes a
-- bounded part of the work at a time: `is_behind` asks to be called again. No row: somebody else is counting at this moment.
CREATE FUNCTION refresh_issue_cells(at timestamptz) RETURNS TABLE (version bigint, is_behind boolean) LANGUAGE plpgsql
-- Plans are made while the tables are still empty, and each connection keeps them: they must not read whole tables later.
-- `OFFSET 0` below says the same: cell by cell.
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
  top CONSTANT integer := 11;
  base_of_all CONSTANT integer := 18;
  base_of_category CONSTANT integer := 16;
  most CONSTANT integer := 10000;
  clock issue_cell_clock;
  marks issue_cell_change[];
  until timestamptz;
  taken integer;
  cells bigint[];
  categories text[];
  depth integer;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('refresh_issue_cells')) THEN RETURN; END IF;
  SELECT * INTO clock FROM issue_cell_clock;
  until := greatest(at, clock.counted_at);

  -- Marks first, issues later: a change that comes between is counted now and once more the next time.
  WITH gone AS (
    DELETE FROM issue_cell_change WHERE change_id IN (SELECT change_id FROM issue_cell_change ORDER BY change_id LIMIT most)
    RETURNING *
  )
  SELECT array_agg((change_id, quadkey, category_key)::issue_cell_change) INTO marks FROM gone;
  taken := coalesce(cardinality(marks), 0);

  -- Nobody touched these, but time did: they fell due or grew older.
  IF clock.counted_at > '-infinity' AND until > clock.counted_at THEN
    until := least(until, clock.counted_at + interval '30 days');
    SELECT marks || array_agg(DISTINCT (0, quadkey, category_key)::issue_cell_change) INTO marks
    FROM (
      SELECT quadkey, category_key FROM issue
      WHERE closed_at IS NULL AND NOT is_hidden AND due_at > clock.counted_at AND due_at <= until
      UNION ALL
      SELECT i.quadkey, i.category_key
      FROM (VALUES (168), (720), (2160), (8760)) AS age (hours), LATERAL (
        SELECT quadkey, category_key FROM issue
        WHERE NOT is_hidden AND reported_at >= clock.counted_at - make_interval(hours => age.hours)
          AND reported_at < until - make_interval(hours => age.hours)
      ) AS i
    ) AS moved WHERE quadkey IS NOT NULL;
  END IF;

  IF coalesce(cardinality(marks), 0) = 0 THEN
    -- Not at each look: only once a minute, so that nobody writes by looking at the map.
    IF until > clock.counted_at + interval '1 minute' OR clock.counted_at = '-infinity' THEN
      UPDATE issue_cell_clock SET counted_at = until;
    END IF;
    RETURN QUERY SELECT clock.version, false;
    RETURN;
  END IF;

  -- All categories together.
  SELECT array_agg(DISTINCT quadkey >> (2 * (20 - base_of_all))) INTO cells FROM unnest(marks);
  DELETE FROM issue_cell WHERE level = base_of_all AND category_key = '*' AND cell = ANY (cells);
  PERFORM count_all_cells(base_of_all, cells, until);
  FOR depth IN REVERSE (base_of_all - 1)..top LOOP
    SELECT array_agg(DISTINCT cell >> 2) INTO cells FROM unnest(cells) AS cell;
    DELETE FROM issue_cell WHERE level = depth AND category_key = '*' AND cell = ANY (cells);
    INSERT INTO issue_cell
    SELECT depth, '*', asked.cell, area_key, status, is_overdue, age_days, sum(n), sum(sum_lat), sum(sum_lng), min(a_ref)
    FROM unnest(cells) AS asked (cell), LATERAL (
      SELECT area_key, status, is_overdue, age_days, n, sum_lat, sum_lng, a_ref FROM issue_cell c
      WHERE c.level = depth + 1 AND c.category_key = '*' AND c.cell BETWEEN asked.cell << 2 AND (asked.cell << 2) + 3
      OFFSET 0
    ) AS below
    GROUP BY asked.cell, area_key, status, is_overdue, age_days;
  END LOOP;

  -- And each category by itself.
  SELECT array_agg(category_key), array_agg(cell) INTO categories, cells
  FROM (SELECT DISTINCT category_key, quadkey >> (2 * (20 - base_of_category)) AS cell FROM unnest(marks)) AS pairs;
  FOR depth IN REVERSE base_of_category..top LOOP
    DELETE FROM issue_cell WHERE ctid IN (
      SELECT old.id FROM unnest(categories, cells) AS asked (category_key, cell), LATERAL (
        SELECT c.ctid AS id FROM issue_cell c WHERE c.level = depth AND c.category_key = asked.category_key AND c.cell = asked.cell
        OFFSET 0
      ) AS old
    );
    IF depth = base_of_category THEN
      PERFORM count_category_cells(depth, categories, cells, until);
    ELSE
      INSERT INTO issue_cell
      SELECT depth, asked.category_key, asked.cell, area_key, status, is_overdue, age_days, sum(n), sum(sum_lat), sum(sum_lng), min(a_ref)
      FROM unnest(categories, cells) AS asked (category_key, cell), LATERAL (
        SELECT area_key, status, is_overdue, age_days, n, sum_lat, sum_lng, a_ref FROM issue_cell c
        WHERE c.level = depth + 1 AND c.category_key = asked.category_key AND c.cell BETWEEN asked.cell << 2 AND (asked.cell << 2) + 3
        OFFSET 0
      ) AS below
      GROUP BY asked.category_key, asked.cell, area_key, status, is_overdue, age_days;
    END IF;
    SELECT array_agg(category_key), array_agg(cell) INTO categories, cells
    FROM (SELECT DISTINCT category_key, cell >> 2 AS cell FROM unnest(categories, cells) AS pair (category_key, cell)) AS pairs;
  END LOOP;

  UPDATE issue_cell_clock c SET version = c.version + 1, counted_at = until RETURNING c.version INTO clock.version;
  RETURN QUERY SELECT clock.version, taken = most OR until < at;
END $$;

-- Town data that was there before.
SELECT recount_issue_cells();
