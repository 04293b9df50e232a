import { createHash, randomBytes } from 'node:crypto'
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import { timeHere } from './clock.server'
import { isSecure } from './cookies.server'
import { database, type Tx } from './db.server'

declare module 'lucia' {
  interface Register {
    Lucia: Lucia
    DatabaseSessionAttributes: { createdAt: Date; device: string }
  }
}

/** The person behind a session: what the door needs to know, nothing to show. */
export type SignedIn = { personId: string; role: string; language: string; sessionHash: string }

const minutes = 60_000
const days = 24 * 60 * minutes
// SECURITY: staff idle 30 minutes and 8 hours in all; residents 30 and 90 days.
const lifetimes = {
  resident: { idle: 30 * days, total: 90 * days },
  staff: { idle: 30 * minutes, total: 8 * 60 * minutes },
}
const lifetimeOf = (role: string) => (role === 'resident' ? lifetimes.resident : lifetimes.staff)

const hashOf = (sessionId: string) => createHash('sha256').update(sessionId).digest()

/** Lucia with our own adapter: only the SHA-256 of a session id is stored. No other file knows Lucia. */
const adapter: Adapter = {
  async getSessionAndUser(sessionId) {
    const row = await database().session.findUnique({
      where: { idHash: hashOf(sessionId) },
      include: { person: { select: { id: true, disabledAt: true } } },
    })
    if (!row || row.person.disabledAt) return [null, null]
    return [asLucia(sessionId, row), { id: row.personId, attributes: {} }]
  },
  async getUserSessions(userId) {
    const rows = await database().session.findMany({ where: { personId: userId } })
    return rows.map((row) => asLucia(Buffer.from(row.idHash).toString('hex'), row))
  },
  // Sessions begin inside an act (keepSession below), so that no sign-in goes unrecorded.
  async setSession() {
    throw new Error('A session begins by the door.')
  },
  async updateSessionExpiration(sessionId, expiresAt) {
    // Many, because it may have been ended elsewhere a moment ago: that is no fault.
    await database().session.updateMany({
      where: { idHash: hashOf(sessionId) },
      data: { expiresAt, seenAt: timeHere() },
    })
  },
  async deleteSession(sessionId) {
    await database().session.deleteMany({ where: { idHash: hashOf(sessionId) } })
  },
  async deleteUserSessions(userId) {
    await database().session.deleteMany({ where: { personId: userId } })
  },
  async deleteExpiredSessions() {
    await database().session.deleteMany({ where: { expiresAt: { lte: timeHere() } } })
  },
}

type Row = { personId: string; expiresAt: Date; createdAt: Date; device: string }
const asLucia = (id: string, { personId, expiresAt, createdAt, device }: Row): DatabaseSession => ({
  id,
  userId: personId,
  expiresAt,
  attributes: { createdAt, device },
})

let made: { lucia: Lucia; secure: boolean } | undefined
function lucia(): Lucia {
  const secure = isSecure()
  if (made?.secure !== secure) {
    const sessionCookie = {
      // `__Host-` needs https; the demo on loopback has none.
      name: secure ? '__Host-meent' : 'meent-session',
      attributes: { secure, sameSite: 'lax' as const, path: '/' },
    }
    made = { secure, lucia: new Lucia(adapter, { sessionExpiresIn: new TimeSpan(90, 'd'), sessionCookie }) }
  }
  return made.lucia
}

/** A fresh session id: 200 bits, made anew at every sign-in, so that a planted one is worth nothing. */
export const newSessionId = (): string => randomBytes(25).toString('hex')

/** The cookie that carries a session. For staff it never travels with a link from another site. */
export function sessionCookie(sessionId: string, role: string): string {
  const cookie = lucia().createSessionCookie(sessionId)
  cookie.attributes.sameSite = role === 'resident' ? 'lax' : 'strict'
  cookie.attributes.maxAge = lifetimeOf(role).total / 1000
  return cookie.serialize()
}

/** Takes the session cookie away from the browser. */
export const clearedSessionCookie = (): string => lucia().createBlankSessionCookie().serialize()

type NewSession = { sessionId: string; personId: string; role: string; device: string }

/** Begins a session as part of an act. The cookie is worth something only when that act was kept. */
export async function keepSession(tx: Tx, { sessionId, personId, role, device }: NewSession, now: Date): Promise<void> {
  const expiresAt = new Date(now.getTime() + lifetimeOf(role).idle)
  const shown = device.slice(0, 80)
  await tx.session.create({
    data: { idHash: hashOf(sessionId), personId, createdAt: now, seenAt: now, expiresAt, device: shown },
  })
}

/** Ends one session as part of an act; `personId` keeps everybody to their own. True when there was one. */
export async function endSession(tx: Tx, personId: string, sessionHash: string): Promise<boolean> {
  const { count } = await tx.session.deleteMany({ where: { personId, idHash: Buffer.from(sessionHash, 'hex') } })
  return count > 0
}

/** Ends every session of a person but one: when they are disabled, or change how they sign in. */
export async function endSessionsOf(tx: Tx, personId: string, exceptHash?: string | null): Promise<number> {
  const kept = exceptHash ? { not: Buffer.from(exceptHash, 'hex') } : undefined
  const { count } = await tx.session.deleteMany({ where: { personId, ...(kept && { idHash: kept }) } })
  return count
}

/** Who the cookie of this request belongs to, or null. Moves the idle limit on, never past the total one. */
export async function signedIn(request: Request): Promise<SignedIn | null> {
  const sessionId = lucia().readSessionCookie(request.headers.get('cookie') ?? '')
  if (!sessionId) return null
  const row = await database().session.findUnique({
    where: { idHash: hashOf(sessionId) },
    include: { person: { select: { role: true, language: true, disabledAt: true } } },
  })
  const now = timeHere().getTime()
  if (!row || row.person.disabledAt) return null
  const { idle, total } = lifetimeOf(row.person.role)
  if (row.expiresAt.getTime() <= now || row.createdAt.getTime() + total <= now) {
    await adapter.deleteSession(sessionId)
    return null
  }
  // Written at most once in a tenth of the idle time, so that reading pages stays cheap.
  if (row.expiresAt.getTime() - now < idle * 0.9) {
    await adapter.updateSessionExpiration(sessionId, new Date(Math.min(now + idle, row.createdAt.getTime() + total)))
  }
  return {
    personId: row.personId,
    role: row.person.role,
    language: row.person.language,
    sessionHash: Buffer.from(row.idHash).toString('hex'),
  }
}

/** Takes away sessions whose time is over; by the clock, once an hour. */
export const deleteExpiredSessions = () => lucia().deleteExpiredSessions()
