import { timeHere } from '~/platform/clock.server'
import { database } from '~/platform/db.server'
import { signedIn } from '~/platform/session.server'
import { languageOf } from '~/platform/words.server'
import type { Mandate } from '../check'
import type { Actor, Circumstances } from '../interaction.server'
import { traceFrom } from '../lawfulness/trace-context'
import { type Channel, isLanguage, isRole, type Language, type MandateAct } from '../vocabulary'

/** Somebody at the door: who they are, and how they came. */
export type Visit = {
  actor: Actor
  language: Language
  channel: Channel
  traceparent: string | null
  address: string | null
}

const anybody: Actor = { id: null, role: 'resident', mandates: [], department: null, jobTitle: null, sessionHash: null }

/** The platform acting on its own clock: jobs, imports, retention. */
export const theSystem: Visit = {
  actor: { ...anybody, role: 'system' },
  language: 'en',
  channel: 'system',
  traceparent: null,
  address: null,
}

/** Who sends this request. No session, or one that has ended, is a resident without an account. */
export async function actorOf(request: Request): Promise<Visit> {
  const session = await signedIn(request)
  const asked = languageOf(request)
  return {
    actor: session ? await personAsActor(session.personId, session.sessionHash) : anybody,
    language: isLanguage(asked) ? asked : 'en',
    channel: 'web',
    traceparent: request.headers.get('traceparent'),
    // Set by the perimeter from the connection, never taken from the outside.
    address: request.headers.get('x-meent-address'),
  }
}

/** A named person at the door, for demo activity and commands. */
export async function visitOf(personId: string, channel: Channel = 'web', language: Language = 'en'): Promise<Visit> {
  return { actor: await personAsActor(personId, null), language, channel, traceparent: null, address: null }
}

async function personAsActor(personId: string, sessionHash: string | null): Promise<Actor> {
  const person = await database().person.findUniqueOrThrow({
    where: { id: personId },
    select: { role: true, department: true, jobTitle: true },
  })
  // An unknown role gets nothing at all.
  if (!isRole(person.role)) throw new Error('A person has a role that this version does not know.')
  const mandates = person.role === 'civil-servant' ? await mandatesOf(personId) : []
  return {
    id: personId,
    role: person.role,
    mandates,
    department: person.department,
    jobTitle: person.jobTitle,
    sessionHash,
  }
}

async function mandatesOf(personId: string): Promise<Mandate[]> {
  const rows = await database().mandate.findMany({ where: { personId, revokedAt: null }, orderBy: { id: 'asc' } })
  return rows.map(({ id, acts, categories, areas, validFrom, validUntil }) => ({
    id,
    acts: acts as MandateAct[],
    categories,
    areas,
    validFrom,
    validUntil,
  }))
}

export async function circumstancesOf({ language, channel, traceparent, address }: Visit): Promise<Circumstances> {
  return { language, channel, address, traceId: traceFrom(traceparent).traceId, now: timeHere() }
}
