-- Letters that could not be delivered yet, and links that end a follow.

-- How often a letter was tried, when it is tried again, and what the mail server said: a code, never a text with an address.
ALTER TABLE mail ADD COLUMN tries integer NOT NULL DEFAULT 0;
ALTER TABLE mail ADD COLUMN next_try_at timestamptz;
ALTER TABLE mail ADD COLUMN trouble text;
CREATE INDEX mail_person ON mail (person_id, made_at DESC);

-- The link that ends a follow stands in each letter, so the token is kept too, sealed with the person's own key.
ALTER TABLE follow ADD COLUMN sealed_end_token bytea;
CREATE INDEX follow_area ON follow (area_key) WHERE area_key IS NOT NULL AND ended_at IS NULL AND confirmed_at IS NOT NULL;
CREATE INDEX follow_category ON follow (category_key) WHERE category_key IS NOT NULL AND ended_at IS NULL AND confirmed_at IS NOT NULL;
