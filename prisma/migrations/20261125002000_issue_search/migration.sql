-- Finding issues: by words in every language of the town, and page by page in each order without counting from the start.

-- The text search configuration of a language; one without a stemmer of its own is taken word by word.
CREATE FUNCTION search_config(language text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (CASE language WHEN 'en' THEN 'pg_catalog.english' WHEN 'nl' THEN 'pg_catalog.dutch' WHEN 'es' THEN 'pg_catalog.spanish'
    WHEN 'ar' THEN 'pg_catalog.arabic' ELSE 'pg_catalog.simple' END)::regconfig
$$;

-- Letters without their accents, small: "Façade" and "facade" are one word.
CREATE FUNCTION plain_text(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lower(public.unaccent('public.unaccent', coalesce(words, '')))
$$;

-- A text as it can be found: each word as it stands, and as its stem. Names in full, since an index is built with no search path.
CREATE FUNCTION search_words(words text, language text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('pg_catalog.simple', public.plain_text(words)) || to_tsvector(public.search_config(language), public.plain_text(words))
$$;

-- What somebody looks for: all of the words, the last one perhaps not finished. Little words such as "on" do not count.
CREATE FUNCTION search_query(words text[], language text) RETURNS tsquery LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  n integer;
  word text;
  stem tsquery;
  found tsquery;
  wanted tsquery;
BEGIN
  FOR n IN 1 .. coalesce(cardinality(words), 0) LOOP
    word := replace(replace(plain_text(words[n]), '''', ''), '\', '');
    CONTINUE WHEN word = '';
    stem := to_tsquery(search_config(language), '''' || word || '''');
    -- A little word at the end may be the beginning of a longer one.
    CONTINUE WHEN numnode(stem) = 0 AND n < cardinality(words);
    found := to_tsquery('pg_catalog.simple', '''' || word || '''' || CASE WHEN n = cardinality(words) THEN ':*' ELSE '' END);
    IF numnode(stem) > 0 THEN found := found || stem; END IF;
    wanted := CASE WHEN wanted IS NULL THEN found ELSE wanted && found END;
  END LOOP;
  RETURN coalesce(wanted, ''::tsquery);
END $$;

-- A category by its name, its group and the everyday words for it, in every language the town has.
ALTER TABLE category ADD COLUMN search tsvector;

CREATE FUNCTION category_words(name jsonb, group_name jsonb, synonyms jsonb) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  named record;
  all_words tsvector := ''::tsvector;
BEGIN
  FOR named IN
    SELECT * FROM jsonb_each(name) UNION ALL SELECT * FROM jsonb_each(group_name) UNION ALL SELECT * FROM jsonb_each(synonyms)
  LOOP
    all_words := all_words || search_words(named.value #>> '{}', named.key);
  END LOOP;
  RETURN strip(all_words);
END $$;

CREATE FUNCTION set_category_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := category_words(NEW.name, NEW.group_name, NEW.synonyms);
  RETURN NEW;
END $$;
CREATE TRIGGER category_search BEFORE INSERT OR UPDATE OF name, group_name, synonyms ON category
  FOR EACH ROW EXECUTE FUNCTION set_category_search();

-- An issue by its category, its place and its neighbourhood. Whoever writes an issue need not think of it.
CREATE FUNCTION set_issue_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := strip(to_tsvector('pg_catalog.simple', plain_text(NEW.place || ' ' || coalesce((SELECT name FROM area WHERE key = NEW.area_key), ''))))
    || coalesce((SELECT search FROM category WHERE key = NEW.category_key), ''::tsvector);
  RETURN NEW;
END $$;
CREATE TRIGGER issue_search BEFORE INSERT OR UPDATE OF category_key, place, area_key ON issue
  FOR EACH ROW EXECUTE FUNCTION set_issue_search();

-- What residents wrote themselves; imported reports have no text.
CREATE INDEX report_words ON report USING gin (search_words(description, language)) WHERE description <> '';

-- Lists in their order, page by page. Open issues are few and asked for most; the columns that filters look at ride along.
CREATE INDEX issue_open_newest ON issue (reported_at DESC, id DESC) INCLUDE (status, due_at, category_key, area_key)
  WHERE closed_at IS NULL AND NOT is_hidden;
CREATE INDEX issue_open_due ON issue (coalesce(due_at, 'infinity'::timestamptz), id) WHERE closed_at IS NULL AND NOT is_hidden;
CREATE INDEX issue_most_reported ON issue (report_count DESC, reported_at DESC, id DESC) WHERE NOT is_hidden;
CREATE INDEX issue_category_area_newest ON issue (category_key, area_key, reported_at DESC, id DESC) WHERE NOT is_hidden;
