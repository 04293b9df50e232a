import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { lookPurpose, namedPurpose, oversightReading } from '../oversight/oversight-reading'
import { countFindings, findingRows, findingViews } from './finding-rows.server'

const findingsPerPage = 40

/** An oversight officer reads the queue of findings. Those that wait stand with the nearest last day first. */
export const listFindings = defineInteraction({
  ...oversightReading,
  name: 'finding.list',
  input: z.object({
    view: z.enum(findingViews).catch('open'),
    before: z.coerce.number().int().min(0).max(2_147_483_647).optional().catch(undefined),
    purpose: lookPurpose,
  }),
  touches: { finding: ['list'], staff: ['job-title'] },
  facts: namedPurpose,
  async handle({ input, tx, now }) {
    const { view, before = 0 } = input
    const rows = await findingRows(tx, { view, now, skip: before, most: findingsPerPage + 1 })
    return {
      view,
      rows: rows.slice(0, findingsPerPage),
      next: rows.length > findingsPerPage ? before + findingsPerPage : null,
      counts: await countFindings(tx, now),
      look: input.purpose,
    }
  },
  about: ({ view }) => ({ object: { type: 'findings', ref: view } }),
})
