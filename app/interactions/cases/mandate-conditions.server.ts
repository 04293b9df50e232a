import { Prisma } from '~/platform/db.server'
import type { Mandate } from '~/safeguards/check'

type Held = Pick<Mandate, 'acts' | 'categories' | 'areas' | 'validFrom' | 'validUntil'>

/** The mandates that let somebody read cases at this moment. */
export const readingMandates = <M extends Held>(held: readonly M[], now: Date): M[] =>
  held.filter(({ acts, validFrom, validUntil }) => acts.includes('read-cases') && validFrom <= now && now < validUntil)

/**
 * Mandates as a condition over `issue i`, so that nobody is shown a case they may not open. In the query and not after it:
 * what the database does not return cannot reach a page.
 */
export function withinMandates(held: readonly Held[], now: Date): Prisma.Sql {
  const mandates = readingMandates(held, now)
  if (mandates.some(({ categories, areas }) => categories.length === 0 && areas.length === 0)) return Prisma.sql`true`
  if (mandates.length === 0) return Prisma.sql`false`
  const parts = mandates.map(({ categories, areas }) => {
    const kind = categories.length > 0 ? Prisma.sql`i.category_key = ANY(${[...categories]})` : Prisma.sql`true`
    const place = areas.length > 0 ? Prisma.sql`i.area_key = ANY(${[...areas]})` : Prisma.sql`true`
    return Prisma.sql`(${kind} AND ${place})`
  })
  return Prisma.sql`(${Prisma.join(parts, ' OR ')})`
}
