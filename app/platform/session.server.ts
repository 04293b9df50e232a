import { createHash, randomBytes } from 'node:crypto'
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import { timeHere } from './clock.server'
import { database } from './db.server'
import { env } from './env.server'

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
  async setSession({ id, userId, expiresAt, attributes }) {
    const { createdAt, device } = attributes
    await database().session.create({
      data: { idHash: hashOf(id), personId: userId, expiresAt, createdAt, device, seenAt: createdAt },
    })
  },
  async updateSessionExpiration(sessionId, expiresAt) {
    await database().session.update({ where: { idHash: hashOf(sessionId) }, data: { expiresAt, seenAt: timeHere() } })
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

const isSecure = () => env().baseUrl.startsWith('https:')
let made: Lucia | undefined
const lucia = () => {
  made ??= new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(30, 'd'),
    sessionCookie: {
      // `__Host-` needs https; the demo on loopback has none.
      name: isSecure() ? '__Host-meent' : 'meent-session',
      attributes: { secure: isSecure(), sameSite: 'lax', path: '/' },
    },
  })
  return made
}

/** Begins a session and returns the cookie. A new id at every sign-in, so a planted one is worth nothing. */
export async function beginSession(personId: string, role: string, device: string): Promise<string> {
  const createdAt = timeHere()
  const id = randomBytes(25).toString('hex')
  const expiresAt = new Date(createdAt.getTime() + lifetimeOf(role).idle)
  await adapter.setSession({ id, userId: personId, expiresAt, attributes: { createdAt, device: device.slice(0, 80) } })
  return lucia().createSessionCookie(id).serialize()
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

/** Really ends the session of this request; returns the cookie that clears the browser's copy. */
export async function endSession(request: Request): Promise<string> {
  const sessionId = lucia().readSessionCookie(request.headers.get('cookie') ?? '')
  if (sessionId) await lucia().invalidateSession(sessionId)
  return lucia().createBlankSessionCookie().serialize()
}

/** Ends every session of a person: when they are disabled, or change how they sign in. */
export const endSessionsOf = (personId: string) => lucia().invalidateUserSessions(personId)

export const deleteExpiredSessions = () => lucia().deleteExpiredSessions()
