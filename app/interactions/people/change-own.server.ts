import { z } from 'zod'
import { plainLine } from '~/platform/plain-text'
import { defineInteraction } from '~/safeguards/door.server'
import { languages } from '~/safeguards/vocabulary'
import { ownId } from '../accounts/own'
import { sealOfPerson } from './person-key.server'

const changing = {
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['lawfulness', 'responsive'],
  effect: 'write',
} as const

/** A resident chooses the language in which the town writes to them; what they follow now comes in it too. */
export const changeLanguage = defineInteraction({
  ...changing,
  name: 'person.change-language',
  input: z.object({ language: z.enum(languages) }),
  roles: ['resident'],
  purpose: 'resident-accounts',
  touches: { resident: ['language'] },
  async handle({ input, tx, actor }) {
    const personId = ownId(actor)
    await tx.person.update({ where: { id: personId }, data: { language: input.language } })
    await tx.follow.updateMany({ where: { personId, endedAt: null }, data: { language: input.language } })
    return { language: input.language }
  },
  about: (_input, { language }, { id }) => ({
    object: { type: 'own-data', ref: 'language' },
    subjects: id ? [id] : [],
    facts: { language },
  }),
})

const line = (longest: number) =>
  z.string().default('').transform(plainLine).pipe(z.string().max(longest, 'field.too-long'))

/** A resident corrects their name or phone number, or takes them away (GDPR 16). */
export const changeContact = defineInteraction({
  ...changing,
  name: 'person.change-contact',
  input: z.object({
    name: line(100),
    phone: line(40).pipe(
      z.union([z.literal(''), z.string().regex(/^(?=(?:\D*\d){6})[\d\s()+./x-]*$/i, 'field.phone')]),
    ),
  }),
  roles: ['resident'],
  purpose: 'resident-accounts',
  touches: { contact: ['name', 'phone'] },
  async handle({ input, tx, actor }) {
    const personId = ownId(actor)
    const own = await sealOfPerson(tx, personId)
    if (!own) return
    const { name, phone } = input
    await tx.person.update({
      where: { id: personId },
      data: {
        sealedName: name ? own.seal(name, 'person.sealed_name') : null,
        sealedPhone: phone ? own.seal(phone, 'person.sealed_phone') : null,
      },
    })
  },
  about: (_input, _value, { id }) => ({ object: { type: 'own-data', ref: 'contact' }, subjects: id ? [id] : [] }),
})
