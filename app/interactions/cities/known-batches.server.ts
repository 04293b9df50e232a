import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'

/** An import asks which portions of this very file are in already, to go on where it stopped. */
export const knownBatches = defineInteraction({
  name: 'city.known-batches',
  input: z.object({ cityKey: z.string(), sha256: z.string() }),
  roles: ['system'],
  purpose: 'imported-history',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['performing'],
  effect: 'public-read',
  touches: {},
  handle: ({ input: { cityKey, sha256: fileSha256 }, tx }) =>
    tx.importBatch.findMany({
      where: { cityKey, fileSha256, part: { in: ['reports', 'repeats'] } },
      select: { part: true, firstRow: true, lastRow: true, isLast: true },
    }),
})
