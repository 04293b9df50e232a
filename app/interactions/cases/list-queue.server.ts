import { readReference } from '~/platform/tokens.server'
import { defineInteraction } from '~/safeguards/door.server'
import { type FilterChoices, filterChoices } from '../issues/filter-choices.server'
import { townOf } from '../town/town.server'
import { readingMandates } from './mandate-conditions.server'
import { queueCounts } from './queue-counts.server'
import { queueFilters } from './queue-filters'
import { queueRows } from './queue-rows.server'

export const casesAPage = 40

/** A civil servant sees the cases within their mandate, those with the nearest last day first. Nothing here says who reported. */
export const listQueue = defineInteraction({
  name: 'case.list',
  input: queueFilters,
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['performing', 'lawfulness'],
  mandate: 'read-cases',
  effect: 'read',
  touches: { issue: ['list'] },

  // The queue is about no one case: that somebody may read cases at all is asked here, which ones the query says.
  facts: async () => ({ mandateFor: { category: null, area: null } }),
  async handle({ input: filters, actor, tx, now, language }) {
    const { refPrefix, timezone } = await townOf(tx)
    const ref = filters.q ? readReference(refPrefix, filters.q) : null
    // A reference is no search: whoever types one wants that case.
    if (ref && (await tx.issue.count({ where: { ref, isHidden: false } })) > 0) return { ref }
    const asked = { tx, actor, now, timezone, language }
    const rows = await queueRows(asked, filters, casesAPage + 1)
    const page = rows.slice(0, casesAPage)
    return {
      ref: null,
      filters,
      rows: page,
      next: rows.length > casesAPage ? (page.at(-1)?.cursor ?? null) : null,
      counts: await queueCounts(tx, actor, now, timezone),
      choices: withinReach(await filterChoices(tx, language), readingMandates(actor.mandates, now)),
      canAnswer: actor.mandates.some(({ acts }) => acts.includes('answer')),
      now,
    }
  },
  about: ({ view }) => ({ object: { type: 'queue', ref: view } }),
})

// What lies outside somebody's mandate is no choice for them.
function withinReach(
  choices: FilterChoices,
  mandates: { categories: readonly string[]; areas: readonly string[] }[],
): FilterChoices {
  const reaches = (key: string, limit: 'categories' | 'areas') =>
    mandates.some((one) => one[limit].length === 0 || one[limit].includes(key))
  return {
    groups: choices.groups
      .map((group) => ({ ...group, categories: group.categories.filter(({ key }) => reaches(key, 'categories')) }))
      .filter(({ categories }) => categories.length > 0),
    areas: choices.areas.filter(({ key }) => reaches(key, 'areas')),
  }
}
