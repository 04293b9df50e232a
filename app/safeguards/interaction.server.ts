import type { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import type { Facts, Mandate } from './check'
import type { ProcessingActivityId } from './lawfulness/processing-activities'
import type {
  Channel,
  IctRole,
  Language,
  LegalBasis,
  MandateAct,
  Phase,
  PublicValue,
  Role,
  Touches,
} from './vocabulary'

/** Who acts, as the door found them. `id` is null for a resident without an account. */
export type Actor = {
  id: string | null
  role: Role
  mandates: readonly Mandate[]
  department: string | null
  jobTitle: string | null
  sessionHash: string | null
}

/** Where and how an act reaches the platform. */
export type Circumstances = { language: Language; channel: Channel; traceId: string; address: string | null; now: Date }

export type Job = { task: string; payload: Record<string, unknown>; key?: string; runAt?: Date }
/** Queues work in this transaction: it happens if and only if the act does, at least once, and again after a failure. */
export type After = (task: string, payload: Record<string, unknown>, options?: { key?: string; runAt?: Date }) => void

export type HandlerContext<Input> = Circumstances & { input: Input; actor: Actor; tx: Tx; after: After }

/** What an act was about: for the record, never for the page. Public facts only in `facts`. */
export type About = {
  object: { type: string; ref: string }
  area?: string | null
  /** Person ids of the people whose data were touched: one processing line each. */
  subjects?: readonly string[]
  /** Short public facts for the entry: strings, whole numbers and booleans. */
  facts?: Record<string, string | number | boolean>
  /** A civil servant acted for a resident at the desk or on the phone. */
  isAssisted?: boolean
  channel?: Channel
}

type GatheredFacts = Partial<
  Omit<Facts, 'interaction' | 'touches' | 'legalBasis' | 'now' | 'actor' | 'activity' | 'mandate'>
> & {
  mandateFor?: { category: string | null; area: string | null }
}

type Declared<Input extends z.ZodType, Value> = {
  /** `noun.verb`, as it stands in the record. */
  name: `${string}.${string}`
  input: Input
  roles: readonly Role[]
  purpose: ProcessingActivityId
  legalBasis: LegalBasis
  ictRole: IctRole
  phase: Phase
  values: readonly PublicValue[]
  /** Competence a civil servant needs for it. */
  mandate?: MandateAct
  /** At most this often from one address: protects people, not the statistics. */
  limit?: { times: number; perSeconds: number }
  /** A check that may be outvoted by the person after a warning names the input field that says so. */
  facts?: (context: HandlerContext<z.output<Input>>) => Promise<GatheredFacts>
  handle: (context: HandlerContext<z.output<Input>>) => Promise<Value>
}

/** A page that anybody may read: touches no personal data, leaves no row, only a count. */
export type PublicRead<Input extends z.ZodType, Value> = Declared<Input, Value> & {
  effect: 'public-read'
  touches: Record<string, never>
  areaOf?: (input: z.output<Input>, value: Value) => string | null
}

/** Any other act: it leaves its records in the same transaction, or does not happen. */
export type Recorded<Input extends z.ZodType, Value> = Declared<Input, Value> & {
  effect: 'read' | 'write'
  touches: Touches
  about: (input: z.output<Input>, value: Value, actor: Actor) => About
}

export type Interaction<Input extends z.ZodType = z.ZodType, Value = unknown> =
  | PublicRead<Input, Value>
  | Recorded<Input, Value>

/** Declares what people can do here. A missing field does not compile; the register page is made from these objects. */
export function defineInteraction<Input extends z.ZodType, Value>(
  interaction: Interaction<Input, Value>,
): Interaction<Input, Value> {
  return Object.freeze(interaction)
}

/** Any interaction, where its input and its value do not matter: the register, and whoever walks through it. */
// biome-ignore lint/suspicious/noExplicitAny: each declaration has input and value of its own
export type AnyInteraction = Interaction<any, any>
