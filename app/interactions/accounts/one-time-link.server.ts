import type { Prisma, Tx } from '~/platform/db.server'
import { isSameSecret, newToken, tokenHash } from '~/platform/tokens.server'
import { LinkNotValid } from './problems'

export type LinkPurpose = 'sign-in-asked' | 'sign-in' | 'second-step' | 'staff-invite' | 'follow-confirm'

type NewLink = {
  purpose: LinkPurpose
  minutes: number
  personId?: string
  /** Only the browser that holds this secret can use the link. */
  browserHash?: Uint8Array | null
  content?: Prisma.InputJsonObject
}

export type Link = {
  hash: Uint8Array<ArrayBuffer>
  personId: string | null
  browserHash: Uint8Array | null
  content: Prisma.JsonObject
  expiresAt: Date
}

const hashOf = (token: string) => new Uint8Array(tokenHash(token))

/** Makes a secret that works once, for one purpose, until its time is over. Only its hash is kept. */
export async function makeLink(tx: Tx, link: NewLink, now: Date): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken()
  const { purpose, minutes, personId, browserHash, content } = link
  const expiresAt = new Date(now.getTime() + minutes * 60_000)
  await tx.oneTimeToken.create({
    data: {
      tokenHash: hashOf(token),
      purpose,
      personId: personId ?? null,
      browserHash: browserHash ? new Uint8Array(browserHash) : null,
      content: content ?? {},
      expiresAt,
    },
  })
  return { token, expiresAt }
}

type Shown = { purpose: LinkPurpose; token: string; browser?: string }

/** Reads a link without using it up, and holds it until the act is over. Throws LinkNotValid with the reason. */
export async function holdLink(tx: Tx, { purpose, token, browser = '' }: Shown, now: Date): Promise<Link> {
  const hash = hashOf(token)
  // Locked: of two copies sent at once, the second sees that the first has used it.
  await tx.$queryRaw`SELECT 1 FROM one_time_token WHERE token_hash = ${hash} FOR UPDATE`
  const row = await tx.oneTimeToken.findUnique({ where: { tokenHash: hash } })
  if (!row || row.purpose !== purpose) throw new LinkNotValid('unknown')
  if (row.usedAt) throw new LinkNotValid('used')
  if (row.expiresAt.getTime() <= now.getTime()) throw new LinkNotValid('expired')
  const isOurs = row.browserHash === null || (browser !== '' && isSameSecret(row.browserHash, hashOf(browser)))
  if (!isOurs) throw new LinkNotValid('other-browser')
  return {
    hash,
    personId: row.personId,
    browserHash: row.browserHash,
    content: row.content as Prisma.JsonObject,
    expiresAt: row.expiresAt,
  }
}

/** Marks a link as used: it never works again. */
export const useUp = (tx: Tx, link: Link, now: Date) =>
  tx.oneTimeToken.update({ where: { tokenHash: link.hash }, data: { usedAt: now } })

/** Reads and uses up in one: for links that do one thing. */
export async function useLink(tx: Tx, shown: Shown, now: Date): Promise<Link> {
  const link = await holdLink(tx, shown, now)
  await useUp(tx, link, now)
  return link
}
