-- Oversight reads the record from the newest back, page by page, whatever it filters by. Time and number stand in every
-- index, so that a filter with a period is one range; the two columns that days are counted by ride along.
DROP INDEX entry_made;
DROP INDEX entry_kind_made;
DROP INDEX entry_worst_made;
CREATE INDEX entry_made ON entry (made_at DESC, entry_id DESC) INCLUDE (worst, is_refused, role);
CREATE INDEX entry_kind_made ON entry (kind, made_at DESC, entry_id DESC) INCLUDE (worst, is_refused, role);
CREATE INDEX entry_worst_made ON entry (worst, made_at DESC, entry_id DESC) WHERE worst IN ('warn', 'block', 'insufficient_data');
CREATE INDEX entry_refused_made ON entry (made_at DESC, entry_id DESC) WHERE is_refused;
CREATE INDEX entry_staff_made ON entry (role, made_at DESC, entry_id DESC) WHERE role IN ('oversight', 'administrator', 'system');
CREATE INDEX entry_area_made ON entry (area_key, made_at DESC, entry_id DESC) WHERE area_key IS NOT NULL;

-- Every time the glass was broken is looked at; acts of staff are looked at by their time.
CREATE INDEX audit_event_glass ON audit_event (happened_at DESC, event_id DESC) WHERE break_glass IS NOT NULL AND break_glass <> 'null'::jsonb;
CREATE INDEX audit_event_time ON audit_event (happened_at DESC, event_id DESC);
CREATE INDEX mail_failed ON mail (made_at) WHERE state = 'failed';
CREATE INDEX issue_overdue_unanswered ON issue (due_at, id)
  WHERE closed_at IS NULL AND acknowledged_at IS NULL AND NOT is_hidden AND NOT is_imported;
