import type { Tx } from '~/platform/db.server'

export type CaseUpdate = {
  id: string
  kind: string
  text: string
  language: string
  authorTitle: string
  plannedFor: string | null
  publishedAt: string
  photos: { id: string; width: number; height: number; alt: string }[]
  decision: {
    outcome: string
    facts: string
    ground: string
    reasons: string
    redressBody: string
    redressUntil: string
    redressAddress: string
    mandateId: number
  } | null
}
export type CaseNote = { id: string; text: string; jobTitle: string; isMine: boolean; writtenAt: string }
/** An act in the record: what, by which role, when, and whether a check warned. */
export type CaseAct = { kind: string; role: string; worst: string; madeAt: string }
export type CaseInterest = {
  id: string
  kind: string
  outcome: string
  reason: string
  jobTitle: string
  isMine: boolean
  declaredAt: string
  waiverReason: string
}

export type CaseStory = { updates: CaseUpdate[]; notes: CaseNote[]; acts: CaseAct[]; interests: CaseInterest[] }

// A case with more than this is read in the record itself.
const [mostUpdates, mostNotes, mostActs] = [100, 50, 40]

/** All that was done about a case: published, noted, recorded, declared. One statement; people stand there by function. */
export async function caseStory(
  tx: Tx,
  { id, ref }: { id: string; ref: string },
  readerId: string,
): Promise<CaseStory> {
  const [story] = await tx.$queryRaw<CaseStory[]>`
    SELECT
      coalesce((SELECT json_agg(json_build_object('id', u.id, 'kind', u.kind, 'text', u.text, 'language', u.language,
          'authorTitle', u.author_title, 'plannedFor', u.planned_for, 'publishedAt', u.published_at,
          'photos', coalesce((SELECT json_agg(json_build_object('id', f.id, 'width', f.width, 'height', f.height, 'alt', f.alt) ORDER BY f.added_at, f.id)
            FROM photo f WHERE f.update_id = u.id), '[]'),
          'decision', (SELECT json_build_object('outcome', d.outcome, 'facts', d.facts, 'ground', d.ground, 'reasons', d.reasons,
            'redressBody', d.redress_body, 'redressUntil', d.redress_until, 'redressAddress', d.redress_address,
            'mandateId', d.mandate_id) FROM decision d WHERE d.update_id = u.id LIMIT 1)) ORDER BY u.published_at, u.id)
        FROM (SELECT * FROM issue_update WHERE issue_id = ${id}::uuid ORDER BY published_at DESC, id DESC LIMIT ${mostUpdates}) u
      ), '[]') AS updates,
      coalesce((SELECT json_agg(json_build_object('id', n.id, 'text', n.text, 'jobTitle', coalesce(p.job_title, ''),
          'isMine', n.author_id = ${readerId}::uuid, 'writtenAt', n.written_at) ORDER BY n.written_at DESC, n.id)
        FROM (SELECT * FROM note WHERE issue_id = ${id}::uuid ORDER BY written_at DESC, id LIMIT ${mostNotes}) n
        JOIN person p ON p.id = n.author_id
      ), '[]') AS notes,
      coalesce((SELECT json_agg(json_build_object('kind', e.kind, 'role', e.role, 'worst', e.worst, 'madeAt', e.made_at)
          ORDER BY e.entry_id DESC)
        FROM (SELECT * FROM entry WHERE object_ref = ${ref} AND NOT is_refused ORDER BY entry_id DESC LIMIT ${mostActs}) e
      ), '[]') AS acts,
      coalesce((SELECT json_agg(json_build_object('id', d.id, 'kind', d.kind, 'outcome', d.outcome, 'reason', d.reason,
          'jobTitle', coalesce(p.job_title, ''), 'isMine', d.person_id = ${readerId}::uuid, 'declaredAt', d.declared_at,
          'waiverReason', d.waiver_reason) ORDER BY d.declared_at)
        FROM interest_declaration d JOIN person p ON p.id = d.person_id WHERE d.issue_id = ${id}::uuid
      ), '[]') AS interests`
  if (!story) throw new Error('A case has no story, not even an empty one.')
  return story
}
