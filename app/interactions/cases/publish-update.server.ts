import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { keepPhotos } from '../reports/photo-files.server'
import { photoAlt, photos, publicFields, text } from './case-fields.input'
import { caseInHand, mandateForCase } from './case-in-hand.server'
import { publish, tell } from './publication.server'
import { heedSensitiveText } from './sensitive-text'

export const publishUpdateInput = z.object({ ...publicFields, text, files: photos, alt: photoAlt })

/** A civil servant tells everybody how it stands with an issue. */
export const publishUpdate = defineInteraction({
  name: 'case.publish-update',
  input: publishUpdateInput,
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['responsive'],
  mandate: 'answer',
  effect: 'write',
  touches: { update: ['text', 'photos'], mail: ['content'] },

  facts: async ({ tx, input }) => ({
    ...(await mandateForCase({ tx, input })),
    ...heedSensitiveText({ text: input.text, alt: input.alt }, input.keepsText),
  }),
  async handle(context) {
    const { input, tx } = context
    const { text, language, version } = input
    const opened = await caseInHand(tx, input.ref)
    const photos = await keepPhotos(
      input.files,
      input.files.map(() => input.alt),
    )
    const published = await publish(context, opened, { kind: 'update', version, text, language, photos })
    await tell(context, opened, published, 'update', { text })
    return { ref: opened.ref, area: opened.areaKey, status: published.status }
  },
  about: (_, { ref, area, status }) => ({ object: { type: 'issue', ref }, area, facts: { status } }),
})
