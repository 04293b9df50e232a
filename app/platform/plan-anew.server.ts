import { Prisma } from '../../prisma/generated/client'

/**
 * Stands in a statement whose best way depends on what is asked for: a rare kind of issue, a crowded corner. Such a statement
 * is planned anew each time; every other one is planned once for each connection, which saves a third of the work of a page.
 */
export const planAnew = Prisma.sql`/* plan anew */ `
