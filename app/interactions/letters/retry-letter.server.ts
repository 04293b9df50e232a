import { z } from 'zod'
import { OutOfDate } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { type TemplateName, templateOf } from './templates'

/** The administrator has a letter sent once more, after the mail server was set up or the address was mended. */
export const retryLetter = defineInteraction({
  name: 'letter.retry',
  input: z.object({ mailId: z.uuid() }),
  roles: ['administrator'],
  purpose: 'deliver-letters',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['responsive'],
  effect: 'write',
  touches: { mail: ['state'] },
  async handle({ input, tx, now, after }) {
    const mail = await tx.mail.findUnique({ where: { id: input.mailId } })
    const task = mail && templateOf(mail.template)?.task
    if (!task || mail.trouble === 'not-wanted') throw new OutOfDate()
    const { count } = await tx.mail.updateMany({
      where: { id: mail.id, state: { in: ['kept', 'failed'] } },
      // Counted from now on: three more days of tries.
      data: { state: 'waiting', tries: 0, trouble: null, nextTryAt: null, madeAt: now },
    })
    if (count === 0) throw new OutOfDate()
    after(task, { mailId: mail.id })
    return { template: mail.template as TemplateName }
  },
  about: (_, { template }) => ({ object: { type: 'letter', ref: template } }),
})
