import { z } from 'zod'
import { Prisma } from '~/platform/db.server'
import { defineInteraction } from '~/safeguards/door.server'
import { issueRows } from '../issues/issue-rows.server'
import { ref } from './case-fields.input'
import { withinMandates } from './mandate-conditions.server'

/** More than this at once is no longer looking at each. */
export const mostChosen = 40

export const chosenInput = z.object({
  ref: z.preprocess((sent) => [sent ?? []].flat(), z.array(ref).max(mostChosen)),
})

/** A civil servant sees once more which cases they ticked, before one message goes to the reporters of all of them. */
export const showChosen = defineInteraction({
  name: 'case.show-chosen',
  input: chosenInput,
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['performing'],
  mandate: 'read-cases',
  effect: 'read',
  touches: { issue: ['list'] },

  facts: async () => ({ mandateFor: { category: null, area: null } }),
  async handle({ input, actor, tx, now, language }) {
    const where = Prisma.sql`i.ref = ANY(${input.ref}) AND NOT i.is_hidden AND i.closed_at IS NULL
      AND ${withinMandates(actor.mandates, now)}`
    const rows = await issueRows(tx, { where, sort: 'due', limit: mostChosen, language })
    const versions = await tx.$queryRaw<{ ref: string; version: string }[]>`
      SELECT ref, (extract(epoch FROM updated_at) * 1000000)::bigint::text AS version FROM issue WHERE ref = ANY(${input.ref})`
    const versionOf = new Map(versions.map(({ ref, version }) => [ref, version]))
    return { cases: rows.map((row) => ({ ...row, version: versionOf.get(row.ref) ?? '' })), now }
  },
  about: () => ({ object: { type: 'queue', ref: 'chosen' } }),
})
