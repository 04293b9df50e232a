import { z } from 'zod'
import { issueFilters } from '../issues/issue-filters.input'
import { type QueueFilters, queueViews } from './queue.input'

/** The queue's filters as they come in from an address: what cannot be understood is left out. */
export const queueFilters = z
  .object({ view: z.enum(queueViews).catch('all') })
  .loose()
  .transform((sent): QueueFilters => {
    const { category, area, q, after } = issueFilters.parse(sent)
    return { view: sent.view, category, area, q, after }
  })
