import { z } from 'zod'
import { issueFilters } from '../issues/issue-filters.input'
import { type QueueFilters, queueSorts, queueViews } from './queue.input'

/** The queue's filters as they come in from an address: what cannot be understood is left out. */
export const queueFilters = z
  .object({ view: z.enum(queueViews).catch('all'), sort: z.enum(queueSorts).catch('due') })
  .loose()
  .transform((sent): QueueFilters => {
    const { category, area, q, after } = issueFilters.parse(sent)
    return { view: sent.view, category, area, q, sort: sent.sort, after }
  })
