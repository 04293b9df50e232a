import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { townOf } from '../town/town.server'

/** The demo asks what it finds: which town, whether its people are there, and what there is to give mandates for. */
export const seeDemo = defineInteraction({
  name: 'demo.see',
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
    const { key, timezone } = await townOf(tx)
    const people = await tx.person.count({ where: { isDemo: true } })
    const areas = (await tx.area.findMany({ select: { key: true } })).map((area) => area.key)
    const categories = await tx.category.findMany({ select: { key: true, groupKey: true } })
    const groups: Record<string, string[]> = {}
    for (const { key, groupKey } of categories) groups[groupKey] = [...(groups[groupKey] ?? []), key]
    return { townKey: key, timezone, hasPeople: people > 0, areas, groups }
  },
})
