import { type IssueState, isClosed, stateOf } from './issue.input'

type Outcome = 'pass' | 'warn' | 'block' | 'insufficient_data' | 'not_applicable'

/** One of the three words that stand for proper handling, what was found, and the sentence that says so. */
export type HandledVerdict = {
  value: 'lawful' | 'equal' | 'intact'
  outcome: Outcome
  words: string
  values: Record<string, string | number>
}

export type HandlingFacts = {
  status: string
  dueAt: Date | null
  closedAt: Date | null
  isImported: boolean
  acts: number
  checks: readonly { id: string; outcome: string; count: number }[]
}

/**
 * How an issue was handled, as far as the record knows: lawful (checks and the promised day), equal, and intact (acts in the
 * record). What is not known is said to be not known.
 */
export function handlingOf(facts: HandlingFacts, now: Date): HandledVerdict[] {
  return [lawful(facts, now), equal(), intact(facts)]
}

function lawful(facts: HandlingFacts, now: Date): HandledVerdict {
  const found = facts.checks.filter(({ id }) => id.startsWith('L'))
  const values = { count: found.reduce((sum, { count }) => sum + count, 0) }
  const say = (outcome: Outcome, words: string): HandledVerdict => ({
    value: 'lawful',
    outcome,
    words: `story.handled.lawful.${words}`,
    values,
  })
  const late = lateness(facts, now)
  if (late) return say('warn', late)
  if (found.some(({ outcome }) => outcome === 'warn')) return say('warn', 'warned')
  if (found.length > 0) return say('pass', isClosed(facts.status) ? 'closed' : 'under-way')
  return facts.isImported ? say('not_applicable', 'imported') : say('insufficient_data', 'unknown')
}

function lateness({ status, dueAt, closedAt }: HandlingFacts, now: Date): 'overdue' | 'late' | null {
  const state: IssueState = stateOf({ status, dueAt }, now)
  if (state === 'overdue') return 'overdue'
  return closedAt && dueAt && closedAt >= dueAt ? 'late' : null
}

// Whether areas wait equally long is a question for statistics over many issues; one page cannot answer it by itself.
const equal = (): HandledVerdict => ({
  value: 'equal',
  outcome: 'insufficient_data',
  words: 'story.handled.equal.unknown',
  values: {},
})

function intact({ acts, checks, isImported }: HandlingFacts): HandledVerdict {
  const values = { count: acts }
  const say = (outcome: Outcome, words: string): HandledVerdict => ({
    value: 'intact',
    outcome,
    words: `story.handled.intact.${words}`,
    values,
  })
  if (checks.some(({ id, outcome }) => id.startsWith('I') && outcome === 'warn')) return say('warn', 'warned')
  if (acts > 0) return say('pass', 'acts')
  return isImported ? say('pass', 'imported') : say('insufficient_data', 'unknown')
}
