import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { ownId } from '../accounts/own'
import { ownQuestions } from '../findings/own-questions.server'
import { looksAt } from './looks.server'
import { ownFollows, ownReports } from './own-rows.server'
import { openContact } from './person.server'

/** A resident takes all their data along in a form that programs can read (GDPR 15 and 20). */
export const exportOwn = defineInteraction({
  name: 'person.export-own',
  input: z.object({}),
  roles: ['resident'],
  purpose: 'resident-accounts',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'transformative',
  phase: 'governance',
  values: ['lawfulness'],
  limit: { times: 20, perSeconds: 3600 },
  effect: 'read',
  touches: {
    resident: ['all'],
    contact: ['name', 'email', 'phone'],
    report: ['own'],
    follow: ['own'],
    mail: ['own'],
    question: ['own'],
  },
  async handle({ tx, actor, now, language }) {
    const personId = ownId(actor)
    const person = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: { language: true, createdAt: true },
    })
    const letters = await tx.mail.findMany({
      where: { personId },
      orderBy: { madeAt: 'desc' },
      take: 5000,
      select: { template: true, madeAt: true, sentAt: true, state: true },
    })
    const sessions = await tx.session.findMany({
      where: { personId },
      orderBy: { createdAt: 'desc' },
      select: { device: true, createdAt: true, seenAt: true },
    })
    const { reports } = await ownReports(tx, personId, language, { before: null, most: 5000 })
    const { looks } = await looksAt(tx, personId, { before: null, most: 5000, all: true, language, now })
    return {
      format: 'meent-own-data/1',
      madeAt: now,
      person: { ...person, contact: await openContact(tx, personId) },
      reports,
      follows: await ownFollows(tx, personId, language),
      letters,
      sessions,
      usesOfMyData: looks,
      questionsOfMine: await ownQuestions(tx, personId, now),
    }
  },
  about: (_input, _value, { id }) => ({ object: { type: 'own-data', ref: 'export' }, subjects: id ? [id] : [] }),
})
