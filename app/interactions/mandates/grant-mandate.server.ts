import { InvalidInput, NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { addDays, startOfDay } from '~/safeguards/lawfulness/working-days'
import { administratorId } from '../administration/acting-administrator'
import { managingStaff } from '../administration/administering'
import { townOf } from '../town/town.server'
import { mandateForm } from './mandate-form.input'

/** An administrator records the competence that the town gave a civil servant: without it the door lets none of it happen. */
export const grantMandate = defineInteraction({
  ...managingStaff,
  name: 'mandate.grant',
  input: mandateForm,
  values: ['lawfulness', 'integrity'],
  effect: 'write',
  touches: { mandate: ['all'], staff: ['mandates'] },
  async handle({ input, tx, actor, now }) {
    const { id: personId, acts, categories, areas, from, until, ground } = input
    const person = await tx.person.findUnique({ where: { id: personId }, select: { role: true, disabledAt: true } })
    if (person?.role !== 'civil-servant' || person.disabledAt) throw new NotFound()
    allKnown(
      'categories',
      categories,
      await tx.category.findMany({ where: { key: { in: categories } }, select: { key: true } }),
    )
    allKnown('areas', areas, await tx.area.findMany({ where: { key: { in: areas } }, select: { key: true } }))
    const { timezone } = await townOf(tx)
    const { id } = await tx.mandate.create({
      data: {
        personId,
        acts: [...new Set(acts)],
        categories,
        areas,
        // Both days count: the mandate ends when the day after the last one begins, in the town.
        validFrom: startOfDay(from, timezone),
        validUntil: startOfDay(addDays(until, 1), timezone),
        grantedBy: administratorId(actor),
        ground,
        grantedAt: now,
      },
    })
    return { mandateId: id, personId, acts: acts.length }
  },
  about: (_, { mandateId, personId, acts }) => ({
    object: { type: 'mandate', ref: String(mandateId) },
    subjects: [personId],
    facts: { acts },
  }),
})

function allKnown(field: string, asked: readonly string[], found: readonly { key: string }[]) {
  if (new Set(asked).size !== found.length) throw new InvalidInput({ [field]: 'field.choose' })
}
