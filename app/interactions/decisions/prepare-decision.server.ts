import { z } from 'zod'
import { NotFound } from '~/platform/problems'
import { translate } from '~/platform/words.server'
import { defineInteraction } from '~/safeguards/door.server'
import { isLanguage, languages } from '~/safeguards/vocabulary'
import { ref } from '../cases/case-fields.input'
import { townOf } from '../town/town.server'
import { templatesFor } from './decision-templates'
import { redressOf } from './redress'

const parts = ['facts', 'ground', 'reasons'] as const

export const prepareDecisionInput = z.object({
  ref,
  template: z.string().max(40).catch('').default(''),
  language: z.enum(languages).optional().catch(undefined),
})

/**
 * What a decision begins with: what somebody can do who does not agree, and texts of the town in the language of whoever
 * reported first. Shows nobody's data; what is decided is recorded when it is decided.
 */
export const prepareDecision = defineInteraction({
  name: 'decision.prepare',
  input: prepareDecisionInput,
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['lawfulness', 'performing'],
  effect: 'public-read',
  touches: {},

  async handle({ input, tx, now, language: own }) {
    const town = await townOf(tx)
    const issue = await tx.issue.findFirst({
      where: { ref: input.ref, isHidden: false },
      select: {
        category: { select: { pictogram: true } },
        reports: { select: { language: true }, orderBy: [{ reportedAt: 'asc' }, { id: 'asc' }], take: 1 },
      },
    })
    if (!issue) throw new NotFound()
    const [first] = issue.reports
    const language = input.language ?? (first && isLanguage(first.language) ? first.language : own)
    const templates = templatesFor(issue.category.pictogram)
    const chosen = templates.find(({ key }) => key === input.template)
    const say = (key: string, into: string) =>
      translate(into, `decision.${key}`, {}, { timezone: town.timezone, overrides: town.settings.wordings[into] ?? {} })
    const [facts, ground, reasons] = parts.map((part) => (chosen ? say(`${chosen.key}.${part}`, language) : ''))
    return {
      language,
      redress: redressOf(town, now),
      templates: templates.map(({ key, outcome }) => ({ key, outcome, name: say(`${key}.name`, own) })),
      chosen: chosen?.key ?? null,
      begun: { outcome: chosen?.outcome ?? null, facts: facts ?? '', ground: ground ?? '', reasons: reasons ?? '' },
    }
  },
})
