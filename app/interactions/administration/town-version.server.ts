import type { Tx } from '~/platform/db.server'

/** Tells every cache that the town changed: the style sheet, tiles, lists of categories. */
export const raiseTownVersion = (tx: Tx, now: Date) =>
  tx.$executeRaw`UPDATE town SET version = version + 1, updated_at = ${now}`
