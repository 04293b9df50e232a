import { z } from 'zod'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { problemKinds } from './problem-kinds'

/** What a kind of trouble means and what to do about it: the address that every problem of the API names as its type. */
export const readProblem = defineInteraction({
  name: 'register.read-problem',
  input: z.object({ type: z.string().max(60) }),
  roles,
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['responsive'],
  effect: 'public-read',
  touches: {},
  async handle({ input }) {
    const status = Object.hasOwn(problemKinds, input.type) ? problemKinds[input.type] : undefined
    if (status === undefined) throw new NotFound()
    return { type: input.type, status }
  },
})
