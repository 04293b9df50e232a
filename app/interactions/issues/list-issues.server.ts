import { readReference } from '~/platform/tokens.server'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { searchPlaces } from '../places/search-places.server'
import { townOf } from '../town/town.server'
import { countIssues } from './count-issues.server'
import { filterChoices } from './filter-choices.server'
import { issueFilters } from './issue-filters.input'
import { searchRows } from './search-rows.server'

export const rowsAPage = 20

/** Anybody reads which issues there are: by kind, state, place, time and words, a page at a time. */
export const listIssues = defineInteraction({
  name: 'issue.list',
  input: issueFilters,
  roles,
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'transformative',
  phase: 'co-deliver',
  values: ['responsive', 'equality'],
  effect: 'public-read',
  touches: {},
  areaOf: ({ area }) => (area.length === 1 ? (area[0] ?? null) : null),

  async handle({ input: filters, tx, now, language }) {
    const { refPrefix, name: town, settings } = await townOf(tx)

    // A reference is no search: whoever types one wants that issue.
    const ref = filters.q ? readReference(refPrefix, filters.q) : null
    if (ref && (await tx.issue.count({ where: { ref, isHidden: false } })) > 0) return { ref }

    const [rows, total, choices, places] = await Promise.all([
      searchRows(tx, { filters, now, language, limit: rowsAPage + 1 }),
      countIssues(tx, filters, now, language),
      filterChoices(tx, language),
      filters.q ? searchPlaces(tx, filters.q, 3) : [],
    ])
    const page = rows.slice(0, rowsAPage)
    const next = rows.length > rowsAPage ? (page.at(-1)?.cursor ?? null) : null
    return {
      ref: null,
      filters,
      rows: page,
      total,
      next,
      places,
      choices,
      town,
      title: settings.title[language],
      language,
      now,
    }
  },
})
