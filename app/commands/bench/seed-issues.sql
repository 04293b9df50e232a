-- Issues for measuring, as many as seed.issues says (SET seed.issues = '1000000'), the same ones every time: crowded around
-- some places, few kinds for most of them, more of them lately. For a database of its own, as its owner: it passes the door by.
-- Uses the town that is there; makes a plain one where there is none.
SET LOCAL session_replication_role = replica;
SET LOCAL max_parallel_workers_per_gather = 0;
SELECT setseed(0.42);

INSERT INTO town (key, name, country, timezone, languages, ref_prefix, bounds)
SELECT 'bench', 'Benchford', 'US', 'America/New_York', '{en}', 'BE', '{-71.19,42.23,-70.99,42.40}'
WHERE NOT EXISTS (SELECT FROM town);

INSERT INTO category (key, group_key, group_name, name)
SELECT 'kind-' || k, 'group-' || k % 12, jsonb_build_object('en', 'Group ' || k % 12), jsonb_build_object('en', 'Kind of issue ' || k)
FROM generate_series(1, 150) AS k
WHERE NOT EXISTS (SELECT FROM category);

INSERT INTO area (key, name, outline, bounds)
SELECT 'area-' || a, 'Area ' || a, '{"type":"Polygon","coordinates":[]}', '{0,0,0,0}'
FROM generate_series(1, 24) AS a
WHERE NOT EXISTS (SELECT FROM area);

-- Where people are: one in three places holds most of the reports.
CREATE TEMP TABLE crowd ON COMMIT DROP AS
SELECT row_number() OVER () AS at,
  t.bounds[2] + (t.bounds[4] - t.bounds[2]) * (0.08 + 0.84 * random()) AS lat,
  t.bounds[1] + (t.bounds[3] - t.bounds[1]) * (0.08 + 0.84 * random()) AS lng,
  0.0015 + 0.012 * random() ^ 2 AS spread
FROM town t, generate_series(1, 240);

CREATE TEMP TABLE seeded ON COMMIT DROP AS
WITH kinds AS (SELECT array_agg(key ORDER BY key) AS keys FROM category),
areas AS (SELECT array_agg(key ORDER BY key) AS keys FROM area),
drawn AS (
  SELECT g,
    1 + floor(240 * random() ^ 2.2)::int AS crowd_at,
    sqrt(-2 * ln(1 - random())) AS far, 2 * pi() * random() AS direction,
    1 + floor(cardinality(k.keys) * random() ^ 2.5)::int AS kind,
    now() - interval '3 years' * random() ^ 1.5 AS reported_at,
    random() AS fate, random() AS pace
  FROM generate_series(1, current_setting('seed.issues')::int) AS g, kinds k
)
SELECT d.g, d.reported_at, d.fate, d.pace, k.keys[d.kind] AS category_key, place.lat, place.lng,
  -- Areas are squares of some 3 km: nearly every cell lies in one of them.
  a.keys[1 + abs(floor(place.lat / 0.027)::int * 7 + floor(place.lng / 0.036)::int) % cardinality(a.keys)] AS area_key
FROM drawn d JOIN crowd c ON c.at = d.crowd_at, kinds k, areas a,
LATERAL (
  -- As in real data many reports carry the place of an address and not of the thing itself.
  SELECT round((c.lat + c.spread * d.far * sin(d.direction))::numeric, 4)::double precision AS lat,
    round((c.lng + c.spread * 1.35 * d.far * cos(d.direction))::numeric, 4)::double precision AS lng
) AS place;

INSERT INTO issue (ref, category_key, status, place, lat, lng, quadkey, area_key, reported_at, updated_at, due_at, closed_at, report_count, search)
SELECT
  'BE-' || lpad(s.g::text, 7, '0'), s.category_key, fate.status,
  'Street ' || s.g % 900 || ' at Lane ' || s.g % 37,
  s.lat, s.lng,
  -- The bits of column and row by turns: quadkeyOf of app/map/quadkey.ts.
  (y5.n << 1) | x5.n,
  s.area_key, s.reported_at, coalesce(fate.closed_at, s.reported_at), s.reported_at + interval '14 days', fate.closed_at,
  1 + (s.g % 17 = 0)::int * (s.g % 5),
  to_tsvector('simple', s.category_key || ' street ' || s.g % 900)
FROM seeded s,
LATERAL (
  SELECT CASE WHEN s.fate < 0.72 OR s.reported_at < now() - interval '1 year' THEN 'resolved' WHEN s.fate < 0.80 THEN 'not-resolved'
      WHEN s.fate < 0.90 THEN 'open' WHEN s.fate < 0.97 THEN 'in-progress' ELSE 'waiting' END AS status
) AS f,
LATERAL (
  SELECT f.status, CASE WHEN f.status IN ('resolved', 'not-resolved')
    THEN least(now(), s.reported_at + interval '40 days' * s.pace ^ 3) END AS closed_at
) AS fate,
LATERAL (SELECT least(1048575, greatest(0, floor((s.lng + 180) / 360 * 1048576)))::bigint AS n) AS x,
LATERAL (SELECT least(1048575, greatest(0, floor((0.5 - ln((1 + sin(radians(s.lat))) / (1 - sin(radians(s.lat)))) / (4 * pi())) * 1048576)))::bigint AS n) AS y,
LATERAL (SELECT (x.n | (x.n << 16)) & 281470681808895 AS n) AS x1, LATERAL (SELECT (y.n | (y.n << 16)) & 281470681808895 AS n) AS y1,
LATERAL (SELECT (x1.n | (x1.n << 8)) & 71777214294589695 AS n) AS x2, LATERAL (SELECT (y1.n | (y1.n << 8)) & 71777214294589695 AS n) AS y2,
LATERAL (SELECT (x2.n | (x2.n << 4)) & 1085102592571150095 AS n) AS x3, LATERAL (SELECT (y2.n | (y2.n << 4)) & 1085102592571150095 AS n) AS y3,
LATERAL (SELECT (x3.n | (x3.n << 2)) & 3689348814741910323 AS n) AS x4, LATERAL (SELECT (y3.n | (y3.n << 2)) & 3689348814741910323 AS n) AS y4,
LATERAL (SELECT (x4.n | (x4.n << 1)) & 6148914691236517205 AS n) AS x5, LATERAL (SELECT (y4.n | (y4.n << 1)) & 6148914691236517205 AS n) AS y5;

-- One report each: the statement that the issue page shows.
INSERT INTO report (issue_id, channel, language, description, lat, lng, area_key, reported_at)
SELECT id, 'web', 'en', 'Seen on my way to work, and again today. ' || place, lat, lng, area_key, reported_at
FROM issue WHERE ref LIKE 'BE-%' AND NOT EXISTS (SELECT FROM report WHERE issue_id = issue.id);

SELECT recount_issue_cells();

DO $$
DECLARE behind boolean := true;
BEGIN
  WHILE behind LOOP SELECT is_behind INTO behind FROM refresh_issue_cells(now()); END LOOP;
END $$;
