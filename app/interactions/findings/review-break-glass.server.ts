import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { openFinding } from './open-finding.server'

type BrokenGlass = {
  entry_id: string
  issue_ref: string | null
  concerned_id: string | null
  department: string | null
  category: string | null
}

/**
 * Every time that somebody breaks the glass, the platform opens a finding at once: all of these are reviewed, none by chance
 * (I04). Twice for the same time is one finding, also when it was closed meanwhile.
 */
export const reviewBreakGlass = defineInteraction({
  name: 'finding.review-break-glass',
  input: z.object({ traceId: z.string().regex(/^[0-9a-f]{32}$/) }),
  roles: ['system'],
  purpose: 'oversight',
  legalBasis: 'A6-1-c-legal-obligation',
  ictRole: 'transformative',
  phase: 'governance',
  values: ['integrity'],
  effect: 'write',
  touches: { finding: ['state', 'history'] },
  async handle({ input, tx, now }) {
    // A trace comes from outside and may be used twice: each time within it is reviewed.
    const broken = await tx.$queryRaw<BrokenGlass[]>`
      SELECT entry.id::text AS entry_id, entry.object_ref AS issue_ref, audit.person_id::text AS concerned_id, staff.department,
        audit.break_glass->>'category' AS category
      FROM entry JOIN audit_event AS audit ON audit.trace_id = entry.trace_id AND audit.happened_at = entry.made_at
        AND audit.break_glass IS NOT NULL
      LEFT JOIN person AS staff ON staff.id = audit.person_id
      WHERE entry.trace_id = ${input.traceId} AND entry.kind = 'contact.break-glass' AND NOT entry.is_refused
      ORDER BY entry.entry_id`
    const findings: string[] = []
    for (const one of broken) findings.push((await reviewed(tx, one.entry_id)) ?? (await opened(tx, one, now)))
    const [first] = findings
    if (!first) throw new NotFound()
    return { first }
  },
  about: (_, { first }) => ({ object: { type: 'finding', ref: first }, facts: { finding: 'access-review' } }),
})

async function reviewed(tx: Tx, entryId: string): Promise<string | null> {
  const [known] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM finding WHERE kind = 'access-review' AND about_type = 'entry' AND about_ref = ${entryId} LIMIT 1`
  return known?.id ?? null
}

async function opened(tx: Tx, { entry_id, issue_ref, concerned_id, department, category }: BrokenGlass, now: Date) {
  const { id } = await openFinding(tx, {
    kind: 'access-review',
    about: { type: 'entry', ref: entry_id },
    openedAt: now,
    entryId: entry_id,
    issueRef: issue_ref,
    concernedId: concerned_id,
    department,
    statistic: { emergency: category ?? 'unknown' },
  })
  return id
}
