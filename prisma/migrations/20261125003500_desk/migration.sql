-- The desk: queues by the last day for an answer within a mandate, and waivers that say who allowed what, when and why.

CREATE INDEX issue_desk_category ON issue (category_key, coalesce(due_at, 'infinity'::timestamptz), id)
  INCLUDE (area_key, status, assignee_id) WHERE closed_at IS NULL AND NOT is_hidden;
CREATE INDEX issue_desk_assignee ON issue (assignee_id, coalesce(due_at, 'infinity'::timestamptz), id)
  WHERE assignee_id IS NOT NULL AND closed_at IS NULL AND NOT is_hidden;
CREATE INDEX issue_desk_waiting ON issue (coalesce(due_at, 'infinity'::timestamptz), id)
  INCLUDE (category_key, area_key) WHERE status = 'waiting' AND NOT is_hidden;

-- What was declared stays as it was said; who waives it writes beside it.
ALTER TABLE interest_declaration ADD COLUMN waiver_reason text NOT NULL DEFAULT '';
ALTER TABLE interest_declaration ADD COLUMN waived_at timestamptz;
CREATE INDEX interest_declaration_person ON interest_declaration (person_id);
