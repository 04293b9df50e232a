import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { writeLetter } from '../letters/letter.server'
import { sealOfPerson } from '../people/person-key.server'
import { wordsOfFollowed } from './followed.server'

/** The platform tells who follows an area or a category that something new was reported there. One letter per person. */
export const tellOfNewIssue = defineInteraction({
  name: 'follow.tell',
  input: z.object({ issueId: z.uuid() }),
  roles: ['system'],
  purpose: 'keep-people-informed',
  legalBasis: 'A6-1-a-consent',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['responsive'],
  effect: 'write',
  touches: { follow: ['what'], mail: ['content'] },
  facts: async () => ({ consent: 'given' }),
  async handle({ input, tx, now, after }) {
    const issue = await tx.issue.findUniqueOrThrow({ where: { id: input.issueId } })
    if (issue.isHidden || issue.isImported) return { ref: issue.ref, told: 0 }
    // Whoever reported it knows already.
    const reporters = await tx.report.findMany({ where: { issueId: issue.id }, select: { personId: true } })
    const knowing = reporters.flatMap(({ personId }) => personId ?? [])
    const follows = await tx.follow.findMany({
      where: {
        issueId: null,
        confirmedAt: { not: null },
        endedAt: null,
        personId: { notIn: knowing },
        AND: [
          { OR: [{ areaKey: null }, { areaKey: issue.areaKey ?? '' }] },
          { OR: [{ categoryKey: null }, { categoryKey: issue.categoryKey }] },
        ],
      },
      orderBy: { askedAt: 'asc' },
    })
    let told = 0
    for (const follow of follows) {
      const { personId, language, sealedEndToken } = follow
      const own = await sealOfPerson(tx, personId)
      if (!own || !sealedEndToken) continue
      const letter = {
        onceKey: `follow-news:${issue.id}:${personId}`,
        personId,
        language,
        issueId: issue.id,
        endToken: own.open(sealedEndToken, 'follow.sealed_end_token'),
        values: { what: await wordsOfFollowed(tx, follow, language) },
      }
      if (await writeLetter({ tx, after, now }, { ...letter, template: 'follow-news' })) told++
    }
    return { ref: issue.ref, told }
  },
  about: (_, { ref, told }) => ({ object: { type: 'issue', ref }, facts: { told } }),
})
