-- What residents wrote stands in the words of their issue, so that one index answers a search.
DROP INDEX report_words;

CREATE FUNCTION issue_words(issue_id uuid, category_key text, place text, area_key text) RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT strip(to_tsvector('pg_catalog.simple', plain_text(place || ' ' || coalesce((SELECT a.name FROM area a WHERE a.key = area_key), ''))))
    || coalesce((SELECT c.search FROM category c WHERE c.key = category_key), ''::tsvector)
    || coalesce((SELECT array_to_tsvector(array_agg(DISTINCT word))
      FROM report r, unnest(tsvector_to_array(search_words(r.description, r.language))) AS word
      WHERE r.issue_id = issue_words.issue_id AND r.description <> ''), ''::tsvector)
$$;

CREATE OR REPLACE FUNCTION set_issue_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.search := issue_words(NEW.id, NEW.category_key, NEW.place, NEW.area_key);
  ELSE
    -- A new issue has no reports yet: theirs come in after it.
    NEW.search := strip(to_tsvector('pg_catalog.simple', plain_text(NEW.place || ' ' || coalesce((SELECT name FROM area WHERE key = NEW.area_key), ''))))
      || coalesce((SELECT search FROM category WHERE key = NEW.category_key), ''::tsvector);
  END IF;
  RETURN NEW;
END $$;

-- A text that is added or changed; hiding a text takes its words away again.
CREATE FUNCTION set_search_of_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE issue SET search = search || strip(search_words(NEW.description, NEW.language)) WHERE id = NEW.issue_id;
  ELSE
    UPDATE issue SET search = issue_words(id, category_key, place, area_key) WHERE id IN (NEW.issue_id, OLD.issue_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER report_search_new AFTER INSERT ON report FOR EACH ROW WHEN (NEW.description <> '')
  EXECUTE FUNCTION set_search_of_report();
CREATE TRIGGER report_search_changed AFTER UPDATE OF description, issue_id ON report FOR EACH ROW
  WHEN (NEW.description IS DISTINCT FROM OLD.description OR NEW.issue_id IS DISTINCT FROM OLD.issue_id)
  EXECUTE FUNCTION set_search_of_report();

-- What is open around a place: nine in ten issues are closed and need not be looked at.
CREATE INDEX issue_open_quadkey ON issue (quadkey) WHERE closed_at IS NULL AND quadkey IS NOT NULL AND NOT is_hidden;
