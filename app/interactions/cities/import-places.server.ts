import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { factsOfBatch, noteBatch, objectOfBatch } from './batch-record.server'
import { sourceOfBatch } from './prepared-row'
import type { GazetteerRow } from './read-gazetteer.server'

const place = z.custom<GazetteerRow>((value) => typeof value === 'object' && value !== null && 'words' in value)

/** An operator loads a portion of the town's gazetteer: streets, addresses, crossings and landmarks to search and to choose from. */
export const importPlaces = defineInteraction({
  name: 'city.import-places',
  input: z.object({ source: sourceOfBatch, places: z.array(place).max(10_000) }),
  roles: ['system'],
  purpose: 'imported-history',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['performing', 'responsive'],
  effect: 'write',
  touches: { town: ['gazetteer'] },

  async handle({ input: { source, places }, tx, now }) {
    if (!(await noteBatch(tx, source, { reports: 0, issues: 0, rejected: 0 }, now))) return { added: 0 }
    // The first portion of a new gazetteer takes the place of the old one.
    if (source.firstRow === 1) await tx.$executeRaw`DELETE FROM gazetteer_place`
    const added = await tx.$executeRaw`
      INSERT INTO gazetteer_place (kind, name, words, street, cross_street, number, postcode, area_key, lat, lng, weight)
      SELECT kind, name, words, street, "crossStreet", number, postcode, "areaKey", lat, lng, weight
      FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS p(kind text, name text, words text, street text,
        "crossStreet" text, number text, postcode text, "areaKey" text, lat double precision, lng double precision, weight real)`
    return { added }
  },

  about: ({ source }, { added }) => ({
    object: objectOfBatch(source),
    facts: { ...factsOfBatch(source, { reports: 0, issues: 0, rejected: 0 }), places: added },
  }),
})
