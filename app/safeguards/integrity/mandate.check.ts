import { type CheckAnswer, defineCheck, type Mandate } from '../check'

/**
 * L13. A civil servant acts only within a mandate that somebody granted, for this act, this category, this area, now. If
 * not, the refusal says which mandate is missing. The number L13 is our own: the published list of checks has none for it.
 */
export const mandate = defineCheck({
  id: 'L13',
  version: 1,
  name: 'check.L13.name',
  value: 'lawfulness',
  when: 'an act that needs a competence',
  source: 'Awb 10:1-10:3',
  appliesTo: (facts) => facts.mandate !== undefined,
  run({ mandate, now }) {
    if (!mandate) return { outcome: 'block', explanation: 'check.L13.unknown' }
    const { act, category, area, held } = mandate
    // Underscores, because the words choose a sentence by it and their grammar knows no dash.
    const values = { act: act.replaceAll('-', '_'), category: category ?? '', area: area ?? '' }
    const answers = held.filter(({ acts }) => acts.includes(act)).map((one) => fits(one, { act, category, area, now }))
    const best = mostHelpful.find((explanation) => answers.includes(explanation)) ?? 'check.L13.not-held'
    return { outcome: best === 'check.L13.held' ? 'pass' : 'block', explanation: best, values } satisfies CheckAnswer
  },
})

/** The mandate that an act rests on: the first one held that covers it. A decision names it. */
export const mandateCovering = (held: readonly Mandate[], wanted: Wanted): Mandate | undefined =>
  held.find((one) => one.acts.includes(wanted.act) && fits(one, wanted) === 'check.L13.held')

export type Wanted = { act: Mandate['acts'][number]; category: string | null; area: string | null; now: Date }

// The nearest miss is the most helpful answer: "not for this area" says more than "you have no mandate".
const mostHelpful = [
  'check.L13.held',
  'check.L13.other-area',
  'check.L13.other-category',
  'check.L13.ended',
  'check.L13.not-yet',
] as const

function fits({ categories, areas, validFrom, validUntil }: Mandate, { act, category, area, now }: Wanted) {
  if (!(now >= validFrom)) return 'check.L13.not-yet'
  if (!(now < validUntil)) return 'check.L13.ended'
  if (!covers(categories, category, act)) return 'check.L13.other-category'
  if (!covers(areas, area, act)) return 'check.L13.other-area'
  return 'check.L13.held'
}

// An empty list means all. An act about no particular category or area, such as opening the queue, is covered when it only
// reads: what is shown there is limited by the query. Anything else must say what it is about.
function covers(limits: readonly string[], wanted: string | null, act: Wanted['act']) {
  if (limits.length === 0) return true
  return wanted === null ? act === 'read-cases' : limits.includes(wanted)
}
