-- "Fenway/Kenmore" is two words, and a word with a hyphen is found by each of its parts.
CREATE OR REPLACE FUNCTION plain_text(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lower(public.unaccent('public.unaccent', translate(coalesce(words, ''), '/-_', '   ')))
$$;
