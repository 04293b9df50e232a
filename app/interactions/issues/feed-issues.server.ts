import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { townOf } from '../town/town.server'
import { filterChoices } from './filter-choices.server'
import { issueFilters, noFilters } from './issue-filters.input'
import { searchRows } from './search-rows.server'

const issuesInFeed = 40

/** A feed reader asks what is new: all issues, or those of a neighbourhood, a kind, or any other choice of the list. */
export const feedIssues = defineInteraction({
  name: 'issue.feed',
  input: issueFilters,
  roles,
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['responsive'],
  effect: 'public-read',
  touches: {},
  areaOf: ({ area }) => (area.length === 1 ? (area[0] ?? null) : null),

  async handle({ input, tx, now, language }) {
    // A feed is always the newest first, from the top: readers know where they were.
    const filters = { ...input, sort: noFilters.sort, after: null }
    const [town, rows, { groups, areas }] = await Promise.all([
      townOf(tx),
      searchRows(tx, { filters, now, limit: issuesInFeed, language }),
      filterChoices(tx, language),
    ])
    const kinds = groups.flatMap(({ categories }) => categories)
    const about = [
      ...kinds.filter(({ key }) => filters.category.includes(key)),
      ...areas.filter(({ key }) => filters.area.includes(key)),
    ].map(({ name }) => name)
    return { town: town.name, overrides: town.settings.wordings[language], filters, rows, about, language, now }
  },
})
