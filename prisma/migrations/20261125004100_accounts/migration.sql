-- When somebody last signed in: an account is kept for two years after that, and an address that was never used for a month.
ALTER TABLE person ADD COLUMN signed_in_at timestamptz;
