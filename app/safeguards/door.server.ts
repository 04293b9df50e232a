import type { z } from 'zod'
import { timeHere, timeOf } from '~/platform/clock.server'
import { database, type Tx } from '~/platform/db.server'
import { NotYourRole, OutOfDate, Problem, RefusedBySafeguard, SignInNeeded, TooMany } from '~/platform/problems'
import type { CheckResult } from './check'
import { runChecks } from './checks'
import { actorOf, circumstancesOf, type Visit } from './door/actor.server'
import { countRead } from './door/counters.server'
import { gatherFacts } from './door/facts.server'
import { keptFrom, parseInput, rawInput } from './door/input.server'
import { isWithinLimit } from './door/limit.server'
import { answeredBefore, type Once, rememberAnswer } from './door/once.server'
import { writeRecords } from './door/records.server'
import type { Actor, AnyInteraction, Circumstances, Interaction, Job, Recorded } from './interaction.server'

export { defineInteraction } from './interaction.server'

/** What came of it: the handler's value, or a problem that the page can show. Unexpected trouble is thrown. */
export type Entered<Value> =
  | { ok: true; value: Value; traceId: string; warnings: CheckResult[] }
  | { ok: false; problem: Problem; traceId: string }

/**
 * The one way in. Parses the input, finds who acts, runs the checks, lets the handler act and writes the records, all in
 * one transaction: if the record cannot be written, nothing happened. `given` adds what the address says (route params).
 */
export async function enter<Input extends z.ZodType, Value>(
  interaction: Interaction<Input, Value>,
  request: Request,
  given: Record<string, unknown> = {},
): Promise<Entered<Value>> {
  const visit = await actorOf(request)
  try {
    const raw = await rawInput(request, given)
    return await enterAs(interaction, visit, raw)
  } catch (error) {
    // A form that is too big or cut off is refused before anybody looks at what is in it.
    if (!(error instanceof Problem)) throw error
    return { ok: false, problem: error, traceId: (await circumstancesOf(visit)).traceId }
  }
}

/** The same door for the platform's own work: jobs, imports and demo activity act as `system` or as a named person. */
export async function enterAs<Input extends z.ZodType, Value>(
  interaction: Interaction<Input, Value>,
  visit: Visit,
  raw: Record<string, unknown>,
): Promise<Entered<Value>> {
  const { actor } = visit
  const circumstances = await circumstancesOf(visit)
  const { traceId } = circumstances
  try {
    if (!interaction.roles.includes(actor.role))
      throw actor.id || actor.role === 'system' ? new NotYourRole() : new SignInNeeded()
    if (interaction.limit && !(await isWithinLimit(interaction.name, interaction.limit, circumstances)))
      throw new TooMany()
    const { input, once } = parseInput(interaction.input, raw, actor.id)
    if (interaction.effect === 'public-read') {
      const now = timeHere()
      const tx = database() as unknown as Tx
      const value = await interaction.handle({ ...circumstances, input, actor, tx, now, after: refuseJobs })
      countRead(interaction.name, interaction.areaOf?.(input, value) ?? null, circumstances)
      return { ok: true, value, traceId, warnings: [] }
    }
    // A look is looked anew each time: an answer that was kept would show personal data without a check and without a record.
    const kept = interaction.effect === 'write' ? once : null
    const { value, warnings } = await act(interaction, actor, circumstances, input, kept)
    return { ok: true, value, traceId, warnings }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    // Whatever goes wrong with a form, what was typed comes back.
    if (interaction.effect === 'write') error.kept ??= keptFrom(raw)
    if (interaction.effect !== 'public-read' && isWorthARecord(error, actor)) {
      await recordRefusal(interaction, actor, circumstances, error, raw)
    }
    return { ok: false, problem: error, traceId }
  }
}

/** A refusal by a check, kept with its results so that the record can name them. */
class Blocked extends RefusedBySafeguard {
  constructor(
    readonly results: CheckResult[],
    blocking: CheckResult,
  ) {
    super(blocking.id, blocking.explanation, blocking.values)
  }
}

async function act<Input extends z.ZodType, Value>(
  interaction: Recorded<Input, Value>,
  actor: Actor,
  circumstances: Circumstances,
  input: z.output<Input>,
  once: Once | null,
): Promise<{ value: Value; warnings: CheckResult[] }> {
  return database().$transaction(async (tx) => {
    const now = await timeOf(tx)
    if (once) {
      const before = await answeredBefore(tx, interaction.name, once, now)
      if (before) return { value: before.answer as Value, warnings: [] }
    }
    const jobs: Job[] = []
    const after = (task: string, payload: Record<string, unknown>, options = {}) =>
      void jobs.push({ task, payload, ...options })
    const context = { ...circumstances, now, input, actor, tx, after }

    const facts = await gatherFacts(interaction, context)
    const results = runChecks(facts)
    const blocking = results.find((result) => result.outcome === 'block')
    if (blocking) throw new Blocked(results, blocking)

    const value = await interaction.handle(context)
    const about = interaction.about(input, value, actor)
    await writeRecords(tx, {
      interaction,
      actor,
      circumstances: { ...circumstances, now },
      about,
      results,
      jobs,
      facts,
    })
    if (once) await rememberAnswer(tx, interaction.name, once, value)
    return { value, warnings: results.filter((result) => result.outcome === 'warn') }
  })
}

// Mistakes in a form are not refusals, and a stranger at a staff door leaves no row: both would only fill the record.
function isWorthARecord(problem: Problem, actor: Actor) {
  if (problem instanceof Blocked) return true
  return (
    actor.id !== null &&
    (problem instanceof NotYourRole || problem instanceof RefusedBySafeguard || problem instanceof OutOfDate)
  )
}

async function recordRefusal<Input extends z.ZodType, Value>(
  interaction: Recorded<Input, Value>,
  actor: Actor,
  circumstances: Circumstances,
  problem: Problem,
  raw: Record<string, unknown>,
) {
  const results = problem instanceof Blocked ? problem.results : []
  await database().$transaction(async (tx) => {
    const now = await timeOf(tx)
    const about = { object: refusedObject(interaction, problem, raw) }
    await writeRecords(tx, {
      interaction,
      actor,
      circumstances: { ...circumstances, now },
      about,
      results,
      jobs: [],
      problem,
    })
  })
}

// An act that a check refused stands in the trail of its issue; who merely may not look leaves no mark there, or trails would
// fill with visits to trails. A reference is public; nothing else that was typed goes in.
function refusedObject({ effect }: Pick<AnyInteraction, 'effect'>, problem: Problem, { ref }: Record<string, unknown>) {
  const isOfIssue = effect === 'write' && problem instanceof Blocked
  const isReference = isOfIssue && typeof ref === 'string' && /^[A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{3}$/.test(ref)
  return isReference ? { type: 'issue', ref } : { type: 'refusal', ref: problem.type }
}

const refuseJobs = () => {
  throw new Error('A public read changes nothing, so it cannot queue work.')
}
