import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { photoInput, photoRow, pictureOf } from './show-photo.server'

/** A photo that is not on the page, for a civil servant who works on the case: a look that is recorded. */
export const openPhoto = defineInteraction({
  name: 'photo.open',
  input: photoInput,
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['integrity', 'performing'],
  mandate: 'read-cases',
  effect: 'read',
  touches: { photo: ['picture'] },

  async facts({ input, tx }) {
    const photo = await photoRow(tx, input.id)
    if (!photo) throw new NotFound()
    return { mandateFor: { category: photo.issue.categoryKey, area: photo.issue.areaKey } }
  },

  async handle({ input, tx }) {
    const photo = await photoRow(tx, input.id)
    if (!photo) throw new NotFound()
    const { issue, personId, fileKey } = photo
    return { picture: await pictureOf(fileKey, input.size), ref: issue.ref, area: issue.areaKey, personId }
  },

  about: (_, { ref, area, personId }) => ({
    object: { type: 'issue', ref },
    area,
    subjects: personId ? [personId] : [],
  }),
})
