import type { ProblemJson } from '~/platform/problems'
import { InvalidInput, Problem } from '~/platform/problems'
import { actorOf } from '~/safeguards/door/actor.server'
import { rawInput } from '~/safeguards/door/input.server'
import { enterAs } from '~/safeguards/door.server'
import { acknowledgeCase } from './acknowledge-case.server'
import { mostChosen } from './show-chosen.server'

/** What came of each case: done, or why not. `problem` is about the form as a whole. */
export type AcknowledgedMany = {
  problem: ProblemJson | null
  done: string[]
  refused: { ref: string; problem: ProblemJson }[]
}

/**
 * One message for many cases. Each case enters the door by itself, with its own checks, record and letters: what is refused
 * for one does not stop the others, and nothing is done to a case that somebody else took up meanwhile.
 */
export async function acknowledgeMany(request: Request): Promise<AcknowledgedMany> {
  const visit = await actorOf(request)
  const sent = await rawInput(request, {}).catch((error: unknown) => {
    if (error instanceof Problem) return error
    throw error
  })
  if (sent instanceof Problem) return { problem: sent.toJSON(), done: [], refused: [] }
  const { case: chosen, once, ...shared } = sent
  const cases = [chosen ?? []].flat().filter((one): one is string => typeof one === 'string')
  if (cases.length === 0 || cases.length > mostChosen) {
    return { problem: new InvalidInput({ case: 'field.choose' }).toJSON(), done: [], refused: [] }
  }
  const done: string[] = []
  const refused: AcknowledgedMany['refused'] = []
  for (const one of cases) {
    const [ref, version] = one.split(' ', 2)
    const outcome = await enterAs(acknowledgeCase, visit, {
      ...shared,
      ref,
      version,
      once: onceFor(once, done.length + refused.length),
    })
    if (outcome.ok) done.push(outcome.value.ref)
    else refused.push({ ref: ref ?? '', problem: outcome.problem.toJSON() })
  }
  // A mistake in the message is the same mistake everywhere: it is said once, above the form.
  const [first] = refused
  const isForm = done.length === 0 && first?.problem.fields !== undefined
  return { problem: isForm ? (first?.problem ?? null) : null, done, refused: isForm ? [] : refused }
}

// The hidden key of the form, told apart for each case in it: the last group of a UUID is counted up.
function onceFor(once: unknown, at: number): string | undefined {
  if (typeof once !== 'string' || !/^[0-9a-f-]{36}$/i.test(once)) return undefined
  const [tail] = once.slice(-6).match(/[0-9a-f]{6}$/i) ?? []
  if (!tail) return undefined
  const counted = ((Number.parseInt(tail, 16) + at) % 0x1000000).toString(16).padStart(6, '0')
  return once.slice(0, -6) + counted
}
