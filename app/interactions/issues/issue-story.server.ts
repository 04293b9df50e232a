import type { Tx } from '~/platform/db.server'

export type PhotoFound = { id: string; width: number; height: number; alt: string }

/** All that stands in public about one issue, as the database tells it in one statement. */
export type IssueFound = {
  ref: string
  categoryKey: string
  categoryName: unknown
  pictogram: string
  questions: unknown
  department: string
  place: string
  lat: number | null
  lng: number | null
  areaKey: string | null
  area: string | null
  reportCount: number
  status: string
  reportedAt: Date
  updatedAt: Date
  dueAt: Date | null
  closedAt: Date | null
  isImported: boolean
  originOutcome: string | null
  hasUnknownOriginal: boolean
  hasTimeConflict: boolean
  /** How it was reported, the channel that came first first. */
  channels: { channel: string; count: number; firstAt: string }[]
  /** What reporters wrote, the first report first; `nameOf` only where the person asked for their name to be shown. */
  texts: {
    id: string
    description: string
    answers: unknown
    language: string
    reportedAt: string
    nameOf: string | null
  }[]
  photos: PhotoFound[]
  updates: UpdateFound[]
  /** Acts in the record about this issue, and what the checks on them found. */
  acts: number
  firstActAt: Date | null
  checks: { id: string; outcome: string; count: number }[]
  looks: { role: string; purpose: string; hasContact: boolean; count: number; lastAt: string }[]
  importedAt: Date | null
  importSha256: string | null
}

export type UpdateFound = {
  id: string
  kind: string
  text: string
  language: string
  authorTitle: string
  plannedFor: string | null
  publishedAt: string
  photos: PhotoFound[]
  decision: DecisionFound | null
}

export type DecisionFound = {
  outcome: string
  facts: string
  ground: string
  reasons: string
  redressBody: string
  redressUntil: string
  redressAddress: string
  title: string
  mandateId: number
  isSuperseded: boolean
}

// Texts of reporters beyond these are counted, not shown: the page stays one that a phone can carry.
const mostTexts = 6
const mostPhotosShown = 12
const mostUpdates = 100

/**
 * The public story of an issue. Every column is named: what is not named here cannot reach a page. The person behind a
 * report is looked at only where they asked for their name to stand under it. Null when there is no such issue to show.
 */
export async function issueStory(tx: Tx, ref: string): Promise<IssueFound | null> {
  const rows = await tx.$queryRaw<IssueFound[]>`
    SELECT i.ref, i.category_key AS "categoryKey", c.name AS "categoryName", c.pictogram, c.questions, c.department, i.place,
      i.lat, i.lng, i.area_key AS "areaKey", a.name AS area, i.report_count AS "reportCount", i.status,
      i.reported_at AS "reportedAt", i.updated_at AS "updatedAt", i.due_at AS "dueAt", i.closed_at AS "closedAt",
      i.is_imported AS "isImported", i.origin_outcome AS "originOutcome", i.has_unknown_original AS "hasUnknownOriginal",
      i.has_time_conflict AS "hasTimeConflict",
      coalesce((SELECT json_agg(json_build_object('channel', channel, 'count', n, 'firstAt', first_at) ORDER BY first_at)
        FROM (SELECT channel, count(*)::int AS n, min(reported_at) AS first_at FROM report WHERE issue_id = i.id GROUP BY channel) s
      ), '[]') AS channels,
      coalesce((SELECT json_agg(json_build_object('id', id, 'description', description, 'answers', answers, 'language', language,
          'reportedAt', reported_at, 'nameOf', name_of) ORDER BY reported_at, id)
        FROM (SELECT id, description, answers, language, reported_at, CASE WHEN is_name_public THEN person_id END AS name_of
          FROM report WHERE issue_id = i.id AND (description <> '' OR answers <> '[]') ORDER BY reported_at, id LIMIT ${mostTexts}) s
      ), '[]') AS texts,
      coalesce((SELECT json_agg(json_build_object('id', id, 'width', width, 'height', height, 'alt', alt) ORDER BY added_at, id)
        FROM (SELECT p.id, p.width, p.height, p.alt, p.added_at FROM report r JOIN photo p ON p.report_id = r.id AND p.is_public
          WHERE r.issue_id = i.id ORDER BY p.added_at, p.id LIMIT ${mostPhotosShown}) s
      ), '[]') AS photos,
      coalesce((SELECT json_agg(json_build_object('id', u.id, 'kind', u.kind, 'text', u.text, 'language', u.language,
          'authorTitle', u.author_title, 'plannedFor', u.planned_for, 'publishedAt', u.published_at,
          'photos', coalesce((SELECT json_agg(json_build_object('id', id, 'width', width, 'height', height, 'alt', alt) ORDER BY added_at, id)
            FROM photo WHERE update_id = u.id AND is_public), '[]'),
          'decision', (SELECT json_build_object('outcome', d.outcome, 'facts', d.facts, 'ground', d.ground, 'reasons', d.reasons,
            'redressBody', d.redress_body, 'redressUntil', d.redress_until, 'redressAddress', d.redress_address,
            'title', d.decided_title, 'mandateId', d.mandate_id,
            'isSuperseded', EXISTS (SELECT 1 FROM decision later WHERE later.supersedes_id = d.id))
            FROM decision d WHERE d.update_id = u.id LIMIT 1)
        ) ORDER BY u.published_at, u.id)
        FROM (SELECT * FROM issue_update WHERE issue_id = i.id ORDER BY published_at DESC, id DESC LIMIT ${mostUpdates}) u
      ), '[]') AS updates,
      record.acts, record.first_act_at AS "firstActAt",
      coalesce((SELECT json_agg(json_build_object('id', id, 'outcome', outcome, 'count', n) ORDER BY id, outcome)
        FROM (SELECT found->>'id' AS id, found->>'outcome' AS outcome, count(*)::int AS n
          FROM entry e, jsonb_array_elements(e.checks) found WHERE e.object_ref = i.ref AND NOT e.is_refused GROUP BY 1, 2) s
      ), '[]') AS checks,
      coalesce((SELECT json_agg(json_build_object('role', role, 'purpose', purpose, 'hasContact', has_contact, 'count', n, 'lastAt', last_at)
          ORDER BY has_contact DESC, n DESC)
        FROM (SELECT role, purpose_of_use AS purpose,
            EXISTS (SELECT 1 FROM unnest(fields) AS field WHERE field LIKE 'contact.%') AS has_contact,
            count(*)::int AS n, max(happened_at) AS last_at
          FROM audit_event WHERE object_ref = i.ref AND event_type = 'read' AND outcome_indicator = '0' GROUP BY 1, 2, 3) s
      ), '[]') AS looks,
      batch.imported_at AS "importedAt", batch.file_sha256 AS "importSha256"
    FROM issue i
    JOIN category c ON c.key = i.category_key
    LEFT JOIN area a ON a.key = i.area_key
    LEFT JOIN LATERAL (SELECT count(*)::int AS acts, min(made_at) AS first_act_at FROM entry
      WHERE object_ref = i.ref AND NOT is_refused) record ON true
    LEFT JOIN LATERAL (SELECT b.imported_at, b.file_sha256 FROM report r JOIN import_batch b ON b.id = r.import_batch_id
      WHERE r.issue_id = i.id ORDER BY r.reported_at LIMIT 1) batch ON i.is_imported
    WHERE i.ref = ${ref} AND NOT i.is_hidden`
  return rows[0] ?? null
}
