import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { filterChoices } from './filter-choices.server'
import { issueFilters } from './issue-filters.input'

/** Anybody looks up which kinds of issues there are, to see those of one kind. */
export const listKinds = defineInteraction({
  name: 'issue.list-kinds',
  input: issueFilters,
  roles,
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['responsive'],
  effect: 'public-read',
  touches: {},

  async handle({ input: filters, tx, language }) {
    const { groups } = await filterChoices(tx, language)
    return { filters, groups, language }
  },
})
