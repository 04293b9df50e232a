import { z } from 'zod'
import { roles } from '~/safeguards/vocabulary'
import { lookPurpose } from './oversight-reading'

/** How an act ended, as oversight asks for it. */
export const endings = ['done', 'refused', 'warned'] as const
export type Ending = (typeof endings)[number]

const text = (form: RegExp) => z.string().trim().regex(form).optional().catch(undefined)
const day = text(/^\d{4}-\d{2}-\d{2}$/)

/** What can be asked of the list of entries. What cannot be read is left out: an address is never an error. */
export const entryFilters = z.object({
  kind: text(/^[a-z0-9-]{1,60}\.[a-z0-9-]{1,60}$/),
  role: z.enum(roles).optional().catch(undefined),
  ending: z.enum(endings).optional().catch(undefined),
  area: text(/^[\w-]{1,80}$/),
  from: day,
  to: day,
  object: text(/^[\w:/.-]{1,120}$/),
  after: text(/^\d{1,20}\.\d{1,20}$/),
  purpose: lookPurpose,
})
export type EntryFilters = z.output<typeof entryFilters>
