import { actorId } from '~/interactions/cases/actor-id'
import { caseInHand, mandateForCase } from '~/interactions/cases/case-in-hand.server'
import { interestsOf } from '~/interactions/cases/interests.server'
import { publish, tell } from '~/interactions/cases/publication.server'
import { heedSensitiveText } from '~/interactions/cases/sensitive-text'
import { InvalidInput } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { mandateCovering } from '~/safeguards/integrity/mandate.check'
import { keepPhotos } from '../reports/photo-files.server'
import { townOf } from '../town/town.server'
import { closeCaseInput } from './close-case.input'
import { hasGap } from './decision-templates'
import { redressOf } from './redress'

/**
 * A civil servant closes a case with a decision: what was found, on what ground, why, and what to do if you do not agree.
 * It takes a mandate to decide here, and nobody decides about their own case. Only residents open it again.
 */
export const closeCase = defineInteraction({
  name: 'case.close',
  input: closeCaseInput,
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['lawfulness', 'responsive', 'integrity'],
  mandate: 'decide',
  effect: 'write',
  touches: {
    issue: ['status'],
    decision: ['facts', 'ground', 'reasons', 'redress'],
    update: ['text', 'photos'],
    mail: ['content'],
  },

  async facts({ tx, input, actor, now }) {
    const opened = await caseInHand(tx, input.ref)
    const { facts, ground, reasons } = input
    refuseGaps({ facts, ground, reasons })
    const { body, address, termDays } = redressOf(await townOf(tx), now)
    return {
      ...(await mandateForCase({ tx, input })),
      ...heedSensitiveText({ facts, reasons, alt: input.alt }, input.keepsText),
      decision: { facts, ground, reasons, redress: { body, address, termDays } },
      interests: await interestsOf(tx, opened, actorId(actor)),
    }
  },
  async handle(context) {
    const { input, actor, tx, now } = context
    const { outcome, facts, ground, reasons, language, version } = input
    const opened = await caseInHand(tx, input.ref)
    const where = { category: opened.categoryKey, area: opened.areaKey, now }
    const mandate = mandateCovering(actor.mandates, { act: 'decide', ...where })
    if (!mandate) throw new Error('A decision came through without a mandate.')
    const photos = await keepPhotos(
      input.files,
      input.files.map(() => input.alt),
    )
    const said = { kind: 'decision', version, text: reasons, language, outcome, photos } as const
    const published = await publish(context, opened, said)
    const { body, address, until } = redressOf(await townOf(tx), now)
    const before = await tx.decision.findFirst({
      where: { issueId: opened.id },
      orderBy: { decidedAt: 'desc' },
      select: { id: true },
    })
    await tx.decision.create({
      data: {
        issueId: opened.id,
        updateId: published.updateId,
        outcome,
        facts,
        ground,
        reasons,
        redressBody: body,
        redressUntil: new Date(`${until}T00:00:00Z`),
        redressAddress: address,
        language,
        decidedBy: actorId(actor),
        decidedTitle: actor.jobTitle ?? '',
        mandateId: mandate.id,
        decidedAt: now,
        // A case that was opened again gets a new decision, which says which one it takes the place of.
        supersedesId: before?.id ?? null,
      },
    })
    const redress = { redressBody: body, redressAddress: address, redressUntil: new Date(`${until}T12:00:00Z`) }
    await tell(context, opened, published, 'closed', { outcome, facts, reasons, ground, ...redress })
    return { ref: opened.ref, area: opened.areaKey, mandateId: mandate.id }
  },
  about: ({ outcome }, { ref, area, mandateId }) => ({
    object: { type: 'issue', ref },
    area,
    facts: { outcome, mandate: mandateId },
  }),
})

// What a template left open would go out to a resident as it stands there.
function refuseGaps(parts: Record<string, string>) {
  const open = Object.keys(parts).filter((part) => hasGap(parts[part] ?? ''))
  if (open.length > 0) throw new InvalidInput(Object.fromEntries(open.map((part) => [part, 'desk.close.gap'])))
}
