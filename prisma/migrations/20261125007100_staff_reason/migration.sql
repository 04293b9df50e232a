-- Why somebody who works here was kept out, or let in again: with the person, so that it goes when they are erased.
ALTER TABLE person ADD COLUMN access_reason text NOT NULL DEFAULT '';
