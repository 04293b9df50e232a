import { z } from 'zod'
import { plainLine, plainText } from '~/platform/plain-text'
import { OutOfDate } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { findingKindNames } from '../findings/kinds'
import type { TownSettings } from '../town/settings'
import { administratorId } from './acting-administrator'
import { administering, reasonField, tick } from './administering'
import { optionalNumber, typedWords } from './category-form.input'
import { changeSettings } from './change-settings.server'
import { holdSettings } from './settings-versions.server'

const line = (longest: number) =>
  z.string().transform(plainLine).pipe(z.string().max(longest, 'field.too-long')).default('')
const lines = (longest: number) =>
  z.string().transform(plainText).pipe(z.string().max(longest, 'field.too-long')).default('')
const mail = line(200).refine((text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), {
  message: 'field.email',
})

/** What the town says about itself, as one form. Its version says what the administrator had seen. */
export const townForm = z.object({
  version: z.coerce.number().int(),
  title: typedWords(80),
  lead: typedWords(300),
  hours: typedWords(200),
  email: mail,
  phone: line(60),
  address: lines(300),
  privacyEmail: mail,
  securityEmail: mail,
  redressBody: line(200),
  redressAddress: lines(300),
  termDays: optionalNumber(1, 365),
  answerDays: optionalNumber(1, 365),
  findingDays: z.partialRecord(z.enum(findingKindNames), optionalNumber(1, 90)).default({}),
  photosNeedLook: tick,
  reason: reasonField,
})

/** An administrator changes what the town says about itself, how it is reached and where somebody objects. */
export const editTown = defineInteraction({
  ...administering,
  name: 'town.edit',
  input: townForm,
  values: ['responsive', 'lawfulness'],
  effect: 'write',
  touches: { town: ['settings'] },
  async handle({ input, tx, actor, now }) {
    const before = await holdSettings(tx)
    if (before.version !== input.version) throw new OutOfDate()
    const after = settingsOver(before.content, input)
    return changeSettings(tx, before, after, { authorId: administratorId(actor), reason: input.reason, now })
  },
  about: (_, value) => ({
    object: { type: 'town', ref: 'settings' },
    facts: { state: value.became, ...(value.became === 'kept' && { version: value.version }) },
  }),
})

function settingsOver(settings: TownSettings, form: z.output<typeof townForm>): TownSettings {
  const { title, lead, hours, email, phone, address, privacyEmail, securityEmail, photosNeedLook } = form
  return {
    ...settings,
    title,
    lead,
    contact: { email, phone, address, hours, privacyEmail, securityEmail },
    redress: {
      body: form.redressBody,
      address: form.redressAddress,
      termDays: form.termDays ?? settings.redress.termDays,
    },
    answerDays: form.answerDays ?? settings.answerDays,
    findingDays: numbersGiven(form.findingDays),
    photosNeedLook,
  }
}

// An empty field is no number: then the kind's own counts.
const numbersGiven = (fields: Record<string, number | null | undefined>) =>
  Object.fromEntries(Object.entries(fields).filter((field): field is [string, number] => typeof field[1] === 'number'))
