import { z } from 'zod'
import { open } from '~/platform/sealing.server'
import { defineInteraction } from '~/safeguards/door.server'
import { languages } from '~/safeguards/vocabulary'
import { writeLetter } from '../letters/letter.server'
import { findOrMakeResident } from '../people/person.server'
import { askedKey, askedPlace } from './ask-sign-in-link.server'
import { makeLink, useLink } from './one-time-link.server'

const asked = z.object({ sealedEmail: z.string(), language: z.enum(languages), browser: z.string(), next: z.string() })

/** The platform writes the letter that somebody asked for: a link for a resident, a word of explanation for anybody else. */
export const writeSignInLink = defineInteraction({
  name: 'sign-in.write-link',
  input: z.object({ token: z.string().max(100) }),
  roles: ['system'],
  purpose: 'resident-accounts',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['responsive', 'integrity'],
  effect: 'write',
  touches: { contact: ['email'], session: ['link'], mail: ['content'] },
  async handle({ input, tx, now, after }) {
    const request = await useLink(tx, { purpose: 'sign-in-asked', token: input.token }, now)
    const { sealedEmail, language, browser, next } = asked.parse(request.content)
    const email = open(askedKey(), Buffer.from(sealedEmail, 'base64'), askedPlace)
    const { personId } = await findOrMakeResident(tx, { email, language }, now)
    const { role, disabledAt } = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: { role: true, disabledAt: true },
    })
    const letter = { personId, language, onceKey: `sign-in:${Buffer.from(request.hash).toString('hex')}` }
    if (role !== 'resident' || disabledAt) {
      await writeLetter({ tx, after, now }, { ...letter, template: 'sign-in-unknown', link: '/sign-in/staff' })
      return { personId }
    }
    const browserHash = Buffer.from(browser, 'base64')
    const made = await makeLink(tx, { purpose: 'sign-in', minutes: 10, personId, browserHash, content: { next } }, now)
    const link = { link: `/sign-in/link/${made.token}`, values: { until: made.expiresAt } }
    await writeLetter({ tx, after, now }, { ...letter, template: 'sign-in-link', ...link })
    return { personId }
  },
  about: (_, { personId }) => ({ object: { type: 'sign-in', ref: 'resident' }, subjects: [personId] }),
})
