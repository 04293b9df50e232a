import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { actorId } from './actor-id'
import { actsAllowed, caseDetails } from './case-details.server'
import { ref } from './case-fields.input'
import { caseToRead } from './case-in-hand.server'
import { caseReports, reportsAPage } from './case-reports.server'
import { caseStory } from './case-story.server'
import { casesAround } from './cases-around.server'
import { interestsOf, isTied } from './interests.server'

/** Where the reports begin; an address that makes no sense begins at the first. */
export const openCaseInput = z.object({ ref, reports: z.coerce.number().int().min(1).max(1000).catch(1) })

/**
 * A civil servant opens a case within their mandate: what residents wrote and sent, what the town did, what is around it.
 * Each reporter on the page can read afterwards that it was opened. Contact details stay closed here.
 */
export const openCase = defineInteraction({
  name: 'case.open',
  input: openCaseInput,
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['performing', 'integrity'],
  mandate: 'read-cases',
  effect: 'read',
  touches: { report: ['description', 'answers'], photo: ['picture'], note: ['text'], issue: ['case'] },

  async facts({ tx, input }) {
    const { categoryKey, areaKey } = await caseToRead(tx, input.ref)
    return { mandateFor: { category: categoryKey, area: areaKey } }
  },
  async handle({ input, actor, tx, now, language }) {
    const readerId = actorId(actor)
    const opened = await caseToRead(tx, input.ref)
    const details = await caseDetails(tx, opened, readerId, language)
    const { reports, subjects } = await caseReports(tx, opened, input.reports, language)
    const story = await caseStory(tx, opened, readerId)
    const interests = await interestsOf(tx, opened, readerId)
    const { ref, categoryKey, areaKey, place, status, dueAt, reportedAt, closedAt, acknowledgedAt, version } = opened
    const page = {
      case: {
        ref,
        categoryKey,
        areaKey,
        place,
        status,
        dueAt,
        reportedAt,
        closedAt,
        acknowledgedAt,
        version,
        ...details,
      },
      reports,
      reportsPage: input.reports,
      reportsPages: Math.ceil(details.reportCount / reportsAPage),
      story,
      around: await casesAround(tx, { ref, categoryKey, ...details }, language),
      may: actsAllowed(actor, opened, now),
      own: {
        isTied: isTied(interests),
        hasReported: interests.reportedThisIssue,
        livesInArea: interests.livesInArea,
      },
      now,
    }
    return { page, subjects }
  },
  about: (_, { page, subjects }) => ({
    object: { type: 'issue', ref: page.case.ref },
    area: page.case.areaKey,
    subjects,
  }),
})

export type CasePage = Extract<Awaited<ReturnType<typeof openCase.handle>>, { page: unknown }>['page']
