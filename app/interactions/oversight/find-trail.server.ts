import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { nameOfCategory } from '../issues/category-name'
import { lookPurpose, namedPurpose, oversightReading } from './oversight-reading'

/** An oversight officer looks for an issue by its reference; below it stand the issues that something happened to last. */
export const findTrail = defineInteraction({
  ...oversightReading,
  name: 'oversight.find-trail',
  input: z.object({ ref: z.string().trim().max(40).catch(''), purpose: lookPurpose }),
  touches: { record: ['entry'], issue: ['ref'] },
  facts: namedPurpose,
  async handle({ input, tx, language }) {
    const ref = input.ref.toUpperCase()
    const issue = ref ? await tx.issue.findUnique({ where: { ref }, select: { ref: true } }) : null
    // The newest part of the record, and no more of it than a page needs.
    const recent = await tx.$queryRaw<{ ref: string; place: string; category: unknown; acts: number; lastAt: Date }[]>`
      SELECT i.ref, i.place, c.name AS category, count(*)::int AS acts, max(e.made_at) AS "lastAt"
      FROM (SELECT object_ref, made_at FROM entry WHERE object_type = 'issue' ORDER BY made_at DESC, entry_id DESC LIMIT 400) e
      JOIN issue i ON i.ref = e.object_ref JOIN category c ON c.key = i.category_key
      GROUP BY i.ref, i.place, c.name ORDER BY max(e.made_at) DESC LIMIT 20`
    return {
      ref: input.ref,
      found: issue?.ref ?? null,
      purpose: input.purpose,
      recent: recent.map((row) => ({ ...row, category: nameOfCategory(row.category, language) })),
    }
  },
  about: () => ({ object: { type: 'record', ref: 'find-issue' } }),
})
