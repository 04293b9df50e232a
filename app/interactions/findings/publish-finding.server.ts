import { z } from 'zod'
import { Prisma } from '~/platform/db.server'
import { OutOfDate } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { tick } from '../administration/administering'
import { heedSensitiveText } from '../cases/sensitive-text'
import { aboutOneself, findingInHand, isTheirs, moveOn } from './finding.server'
import { findingFields, language, reasons } from './finding-fields.input'
import { overseeing } from './overseeing'

/** The officer tells everybody what was found, in a text that names nobody. A later text takes the place of an earlier one. */
export const publishFinding = defineInteraction({
  ...overseeing,
  name: 'finding.publish',
  input: z.object({ ...findingFields, text: reasons, language, keepsText: tick }),
  async facts({ tx, input, actor }) {
    return {
      ...(await aboutOneself({ tx, input, actor })),
      ...heedSensitiveText({ text: input.text }, input.keepsText),
    }
  },
  async handle({ input, tx, actor, now }) {
    const finding = await findingInHand(tx, input.id)
    if (finding.version !== input.version) throw new OutOfDate()
    isTheirs(finding, actor)
    await moveOn(tx, finding, {
      kind: 'published',
      byId: actor.id,
      text: input.text,
      language: input.language,
      now,
      set: Prisma.sql`published_at = ${now}`,
    })
    return { id: finding.id, kind: finding.kind }
  },
  about: (_, { id, kind }) => ({ object: { type: 'finding', ref: id }, facts: { finding: kind } }),
})
