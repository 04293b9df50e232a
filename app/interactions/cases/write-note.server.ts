import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { actorId } from './actor-id'
import { ref, text } from './case-fields.input'
import { caseInHand, mandateForCase } from './case-in-hand.server'

export const writeNoteInput = z.object({ ref, text })

/** A civil servant leaves a note for colleagues. Residents do not see it, unless they ask for all that is kept about them. */
export const writeNote = defineInteraction({
  name: 'note.write',
  input: writeNoteInput,
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['performing'],
  mandate: 'answer',
  effect: 'write',
  touches: { note: ['text'] },

  facts: mandateForCase,
  async handle({ input, actor, tx, now }) {
    const opened = await caseInHand(tx, input.ref)
    await tx.note.create({ data: { issueId: opened.id, authorId: actorId(actor), text: input.text, writtenAt: now } })
    return { ref: opened.ref, area: opened.areaKey }
  },
  about: (_, { ref, area }) => ({ object: { type: 'issue', ref }, area }),
})
