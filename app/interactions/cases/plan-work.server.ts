import { z } from 'zod'
import { InvalidInput } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { addDays, localDateOf } from '~/safeguards/lawfulness/working-days'
import { townOf } from '../town/town.server'
import { optionalText, publicFields } from './case-fields.input'
import { caseInHand, mandateForCase } from './case-in-hand.server'
import { publish, tell } from './publication.server'
import { heedSensitiveText } from './sensitive-text'

export const planWorkInput = z.object({ ...publicFields, text: optionalText, plannedFor: z.iso.date('field.date') })

// Farther away than two years is no plan but a wish.
const farthestDays = 730

/** A civil servant says on which day the work is planned. The promised day for an answer stays what it was. */
export const planWork = defineInteraction({
  name: 'case.plan-work',
  input: planWorkInput,
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['performing', 'responsive'],
  mandate: 'answer',
  effect: 'write',
  touches: { issue: ['status'], update: ['text', 'planned-for'], mail: ['content'] },

  facts: async ({ tx, input }) => ({
    ...(await mandateForCase({ tx, input })),
    ...heedSensitiveText({ text: input.text }, input.keepsText),
  }),
  async handle(context) {
    const { input, tx, now } = context
    const { text, language, version, plannedFor } = input
    const { timezone } = await townOf(tx)
    const today = localDateOf(now, timezone)
    if (plannedFor < today) throw new InvalidInput({ plannedFor: 'desk.plan.in-the-past' })
    if (plannedFor > addDays(today, farthestDays)) throw new InvalidInput({ plannedFor: 'desk.plan.too-far' })
    const opened = await caseInHand(tx, input.ref)
    const published = await publish(context, opened, { kind: 'planned', version, text, language, plannedFor })
    // Noon, so that the day is the same one in every zone in which a letter may be written.
    await tell(context, opened, published, 'planned', { plannedFor: new Date(`${plannedFor}T12:00:00Z`), text })
    return { ref: opened.ref, area: opened.areaKey, status: published.status }
  },
  about: ({ plannedFor }, { ref, area, status }) => ({
    object: { type: 'issue', ref },
    area,
    facts: { status, planned_for: plannedFor },
  }),
})
