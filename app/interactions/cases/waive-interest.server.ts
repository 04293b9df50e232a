import { z } from 'zod'
import { NotFound, OutOfDate } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { actorId } from './actor-id'
import { ref, text } from './case-fields.input'
import { caseInHand, mandateForCase } from './case-in-hand.server'

export const waiveInterestInput = z.object({
  ref,
  declarationId: z.uuid(),
  /** When it was declared, as it stood on the screen: nobody allows what they did not read. */
  declaredAt: z.coerce.date(),
  text,
})

/** Somebody with the mandate to decide allows a colleague to go on with a case in spite of a declared interest, with the reason. */
export const waiveInterest = defineInteraction({
  name: 'interest.waive',
  input: waiveInterestInput,
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['integrity'],
  mandate: 'decide',
  effect: 'write',
  touches: { staff: ['interest'] },

  async facts({ tx, input, actor }) {
    const opened = await caseInHand(tx, input.ref)
    const declared = await tx.interestDeclaration.findFirst({ where: { id: input.declarationId, issueId: opened.id } })
    if (!declared) throw new NotFound()
    const approverOpenedLastVersion = declared.declaredAt.getTime() === input.declaredAt.getTime()
    return {
      ...(await mandateForCase({ tx, input })),
      fourEyes: { authorId: declared.personId, approverId: actorId(actor), approverOpenedLastVersion },
    }
  },
  async handle({ input, actor, tx, now }) {
    const opened = await caseInHand(tx, input.ref)
    const { count } = await tx.interestDeclaration.updateMany({
      where: { id: input.declarationId, outcome: 'open' },
      data: { outcome: 'waived', waivedBy: actorId(actor), waiverReason: input.text, waivedAt: now },
    })
    if (count === 0) throw new OutOfDate()
    const { personId } = await tx.interestDeclaration.findUniqueOrThrow({ where: { id: input.declarationId } })
    return { ref: opened.ref, area: opened.areaKey, personId }
  },
  about: (_, { ref, area, personId }) => ({
    object: { type: 'issue', ref },
    area,
    subjects: [personId],
    facts: { interest: 'waived' },
  }),
})
