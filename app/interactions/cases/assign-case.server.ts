import { z } from 'zod'
import { InvalidInput } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { handTo } from './assignment.server'
import { caseFields } from './case-fields.input'
import { caseInHand, mandateForCase } from './case-in-hand.server'
import { colleaguesFor } from './colleagues.server'
import { interestsOf, isTied } from './interests.server'

export const assignCaseInput = z.object({ ...caseFields, assigneeId: z.uuid('desk.assign.choose') })

/** A civil servant hands a case to a colleague whose mandate fits, and who has no interest of their own in it. */
export const assignCase = defineInteraction({
  name: 'case.assign',
  input: assignCaseInput,
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['performing', 'integrity'],
  mandate: 'answer',
  effect: 'write',
  touches: { issue: ['assignee'], staff: ['assignment'] },

  facts: mandateForCase,
  async handle({ input, tx, now }) {
    const { assigneeId, version } = input
    const opened = await caseInHand(tx, input.ref)
    const able = await colleaguesFor(tx, opened, now)
    if (!able.some(({ id }) => id === assigneeId)) throw new InvalidInput({ assigneeId: 'desk.assign.no-mandate' })
    // Said about the colleague and not about whoever hands the case over, so it is no check of this act.
    if (isTied(await interestsOf(tx, opened, assigneeId))) throw new InvalidInput({ assigneeId: 'desk.assign.tied' })
    await handTo(tx, opened, { version, assigneeId, now })
    return { ref: opened.ref, area: opened.areaKey }
  },
  about: ({ assigneeId }, { ref, area }) => ({
    object: { type: 'issue', ref },
    area,
    subjects: [assigneeId],
    facts: { assigned: 'colleague' },
  }),
})
