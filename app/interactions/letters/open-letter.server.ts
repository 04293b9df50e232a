import { z } from 'zod'
import { env } from '~/platform/env.server'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { drawLetter } from './letter-text.server'
import { mayShowLink, withoutSecrets } from './mailbox-rules'
import { readLetter } from './outgoing-letter.server'

/**
 * The administrator opens a letter to pass it on or to see why it does not arrive. The reader finds this look in their own
 * list of who used their data.
 */
export const openLetter = defineInteraction({
  name: 'letter.open',
  input: z.object({ mailId: z.uuid() }),
  roles: ['administrator'],
  purpose: 'deliver-letters',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['responsive', 'integrity'],
  effect: 'read',
  touches: { contact: ['email', 'name'], mail: ['content'] },
  facts: async () => ({ access: { relation: 'own-department' }, purposeOfUse: 'deliver-letters' }),
  async handle({ input, tx }) {
    const mail = await tx.mail.findUnique({ where: { id: input.mailId } })
    const letter = mail && (await readLetter(tx, mail))
    if (!letter) throw new NotFound()
    const { subject, text } = drawLetter(letter.parts)
    const isOpen = mayShowLink(mail.template, env().demo)
    const { id: mailId, personId, template, state, madeAt, sentAt, tries, nextTryAt, trouble } = mail
    return {
      mailId,
      personId,
      template,
      state,
      madeAt,
      sentAt,
      tries,
      nextTryAt,
      trouble,
      to: letter.to,
      language: letter.parts.language,
      subject,
      text: isOpen ? text : withoutSecrets(text),
      button: isOpen && letter.parts.button ? { words: letter.parts.button.words, url: letter.parts.button.url } : null,
      isLinkHidden: !isOpen,
    }
  },
  about: (_, { personId, template }) => ({ object: { type: 'letter', ref: template }, subjects: [personId] }),
})
