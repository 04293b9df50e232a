import { z } from 'zod'
import { OutOfDate } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { contrastProblems } from '~/ui/theme/contrast'
import { schemes, tokensOf } from '~/ui/theme/tokens'
import { administratorId } from './acting-administrator'
import { administering, reasonField } from './administering'
import { changeSettings } from './change-settings.server'
import { colourNames, themeFrom } from './look-form'
import { UnreadableColours } from './problems'
import { holdSettings } from './settings-versions.server'

const colour = z
  .string()
  .trim()
  .regex(/^(#[0-9a-fA-F]{6})?$/, 'admin.field.colour')
const column = z.partialRecord(z.enum(colourNames), colour).default({})

/** Colours per scheme; an empty one is the platform's own. */
export const lookForm = z.object({
  version: z.coerce.number().int(),
  light: column,
  dark: column,
  reason: reasonField,
})

/** An administrator changes the colours of the town. What people could not read is refused, with the pairs that do not go together. */
export const editLook = defineInteraction({
  ...administering,
  name: 'town.edit-look',
  input: lookForm,
  values: ['equality', 'responsive'],
  effect: 'write',
  touches: { town: ['theme'] },
  async handle({ input, tx, actor, now }) {
    const before = await holdSettings(tx)
    if (before.version !== input.version) throw new OutOfDate()
    const theme = themeFrom(before.content.theme, input)
    const flaws = contrastProblems(tokensOf(theme)).filter(({ scheme }) => schemes.includes(scheme))
    if (flaws.length > 0) throw new UnreadableColours(fieldsOf(flaws, input))
    const author = { authorId: administratorId(actor), reason: input.reason, now }
    return changeSettings(tx, before, { ...before.content, theme }, author)
  },
  about: (_, value) => ({ object: { type: 'town', ref: 'look' }, facts: { state: value.became } }),
})

type Form = z.output<typeof lookForm>

// The fault stands at the colour that was typed; where both are our own, at the first of the pair.
function fieldsOf(flaws: ReturnType<typeof contrastProblems>, form: Form): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const { scheme, text, on } of flaws) {
    const column = scheme.startsWith('dark') ? 'dark' : 'light'
    const typed = [text, on].find((name) => form[column][name as keyof Form['light']]) ?? text
    fields[`${column}.${typed}`] ??= 'admin.field.contrast'
  }
  return fields
}
