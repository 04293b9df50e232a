import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { townOf } from '../town/town.server'

/** The demo asks what there is to give mandates for: the groups of categories, and in which zone days begin. */
export const listChoices = defineInteraction({
  name: 'demo.list-choices',
  input: z.object({}),
  roles: ['system'],
  purpose: 'demo',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['performing'],
  effect: 'public-read',
  touches: {},
  async handle({ tx }) {
    const { timezone } = await townOf(tx)
    const categories = await tx.category.findMany({ select: { key: true, groupKey: true } })
    const groups: Record<string, string[]> = {}
    for (const { key, groupKey } of categories) groups[groupKey] = [...(groups[groupKey] ?? []), key]
    return { timezone, groups }
  },
})
