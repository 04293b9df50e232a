import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { NotFound } from '~/platform/problems'
import { tokenHash } from '~/platform/tokens.server'
import { defineInteraction } from '~/safeguards/door.server'
import { answersInWords } from '../../categories/answers-in-words.server'
import { questionsAt } from '../../categories/questions-at.server'
import { nameOfCategory } from '../../issues/category-name'
import { receiptOf } from '../../ledger/receipt.server'
import { reportNotice } from '../report-notice.server'
import { entryOfReport } from './entry-of-report.server'

/** The page of a report for whoever holds its secret link: what was sent, what the door checked, what the town does about it. */
export const readReceipt = defineInteraction({
  name: 'receipt.read',
  input: z.object({ id: z.string().regex(/^[\w-]{43}$/) }),
  roles: ['resident', 'civil-servant', 'oversight', 'administrator'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['responsive', 'lawfulness'],
  limit: { times: 600, perSeconds: 3600 },
  effect: 'read',
  touches: { report: ['description', 'answers', 'location'], photo: ['picture'] },

  async handle({ input, tx, language }) {
    const report = await reportBehind(tx, input.id)
    const { issue, personId, categoryVersion } = report
    const entry = await entryOfReport(tx, issue.ref, report.reportedAt)
    const receipt = entry && (await receiptOf(tx, entry.id, null))
    const questions = await questionsAt(tx, issue.category.key, categoryVersion)
    return {
      issue: {
        ref: issue.ref,
        status: issue.status,
        isShown: !issue.isHidden,
        category: nameOfCategory(issue.category.name, language),
        hasPromise: issue.category.serviceDays !== null,
        place: issue.place,
        area: issue.area?.name ?? null,
        areaKey: issue.areaKey,
        lat: issue.lat,
        lng: issue.lng,
        dueAt: issue.dueAt,
        closedAt: issue.closedAt,
        reportedAt: issue.reportedAt,
        reportCount: issue.reportCount,
        updates: issue.updates,
        decision: issue.decisions[0] ?? null,
      },
      report: {
        description: report.description,
        answers: answersInWords(questions, report.answers, language),
        isMeToo: report.isMeToo,
        isNamePublic: report.isNamePublic,
        mayShareContact: report.mayShareContact,
        hasPerson: personId !== null,
        hasEmail: report.person?.sealedEmail != null,
        isAssisted: report.enteredBy !== null,
        reportedAt: report.reportedAt,
        photos: report.photos,
      },
      notice: reportNotice(),
      entry,
      proof: receipt && { promise: receipt.promise, standing: receipt.standing },
      personId,
    }
  },

  about: (_, { issue, personId }) => ({
    object: { type: 'issue', ref: issue.ref },
    area: issue.areaKey,
    subjects: personId ? [personId] : [],
  }),
})

async function reportBehind(tx: Tx, token: string) {
  const report = await tx.report.findUnique({
    where: { followTokenHash: new Uint8Array(tokenHash(token)) },
    select: {
      personId: true,
      enteredBy: true,
      description: true,
      answers: true,
      categoryVersion: true,
      isMeToo: true,
      isNamePublic: true,
      mayShareContact: true,
      reportedAt: true,
      person: { select: { sealedEmail: true } },
      photos: {
        orderBy: { addedAt: 'asc' },
        select: { id: true, width: true, height: true, alt: true, isPublic: true },
      },
      issue: {
        select: {
          ref: true,
          status: true,
          isHidden: true,
          place: true,
          areaKey: true,
          lat: true,
          lng: true,
          dueAt: true,
          closedAt: true,
          reportedAt: true,
          reportCount: true,
          area: { select: { name: true } },
          category: { select: { key: true, name: true, serviceDays: true } },
          updates: {
            orderBy: { publishedAt: 'asc' },
            select: {
              id: true,
              kind: true,
              text: true,
              statusAfter: true,
              authorTitle: true,
              plannedFor: true,
              publishedAt: true,
            },
          },
          decisions: {
            orderBy: { decidedAt: 'desc' },
            take: 1,
            select: {
              updateId: true,
              outcome: true,
              facts: true,
              ground: true,
              reasons: true,
              redressBody: true,
              redressUntil: true,
              redressAddress: true,
            },
          },
        },
      },
    },
  })
  if (!report) throw new NotFound()
  return report
}
