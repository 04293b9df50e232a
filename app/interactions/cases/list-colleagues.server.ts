import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { nameOf } from '../people/person.server'
import { ref } from './case-fields.input'
import { caseToRead } from './case-in-hand.server'
import { colleaguesFor } from './colleagues.server'

// A town with more people on one kind of case assigns by function.
const mostNamed = 40

/** A civil servant sees which colleagues a case can go to: by name and function, only those whose mandate fits. */
export const listColleagues = defineInteraction({
  name: 'case.list-colleagues',
  input: z.object({ ref }),
  roles: ['civil-servant'],
  purpose: 'staff-accounts',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['performing'],
  mandate: 'answer',
  effect: 'read',
  touches: { staff: ['name', 'job-title', 'department'] },

  async facts({ tx, input }) {
    const { categoryKey, areaKey } = await caseToRead(tx, input.ref)
    return { mandateFor: { category: categoryKey, area: areaKey } }
  },
  async handle({ input, actor, tx, now }) {
    const opened = await caseToRead(tx, input.ref)
    const others = (await colleaguesFor(tx, opened, now)).filter(
      ({ id }) => id !== actor.id && id !== opened.assigneeId,
    )
    const colleagues: { id: string; name: string; jobTitle: string; department: string }[] = []
    for (const one of others.slice(0, mostNamed)) colleagues.push({ ...one, name: (await nameOf(tx, one.id)) ?? '' })
    return { ref: opened.ref, area: opened.areaKey, colleagues }
  },
  about: (_, { ref, area, colleagues }) => ({
    object: { type: 'issue', ref },
    area,
    subjects: colleagues.map(({ id }) => id),
  }),
})
