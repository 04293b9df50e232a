import { z } from 'zod'
import { plainText } from '~/platform/plain-text'
import { InvalidInput } from '~/platform/problems'
import { flawInWording } from '~/platform/words.server'
import { defineInteraction } from '~/safeguards/door.server'
import { languages } from '~/safeguards/vocabulary'
import { administratorId } from './acting-administrator'
import { administering, reasonField } from './administering'
import { changeSettings } from './change-settings.server'
import { holdSettings } from './settings-versions.server'

/** One sentence of the platform in the town's own words; empty: ours again. */
export const wordingForm = z.object({
  language: z.enum(languages),
  word: z
    .string()
    .regex(/^[a-z][\w-]*(\.[\w-]+)+$/)
    .max(120),
  wording: z.string().transform(plainText).pipe(z.string().max(4000, 'field.too-long')),
  reason: reasonField,
})

/** An administrator says something in the town's own words. A wording that would leave a gap on a page is not taken. */
export const editWording = defineInteraction({
  ...administering,
  name: 'town.edit-wording',
  input: wordingForm,
  values: ['responsive'],
  effect: 'write',
  touches: { town: ['wordings'] },
  async handle({ input, tx, actor, now }) {
    const { language, word, wording, reason } = input
    const flaw = wording === '' ? null : flawInWording(language, word, wording)
    if (flaw) throw new InvalidInput({ wording: `admin.field.wording.${flaw}` })
    const before = await holdSettings(tx)
    const { [word]: _, ...others } = before.content.wordings[language] ?? {}
    const own = wording === '' ? others : { ...others, [word]: wording }
    const wordings = { ...before.content.wordings, [language]: own }
    return changeSettings(
      tx,
      before,
      { ...before.content, wordings },
      { authorId: administratorId(actor), reason, now },
    )
  },
  about: ({ language, word }) => ({ object: { type: 'town', ref: 'wordings' }, facts: { language, word } }),
})
