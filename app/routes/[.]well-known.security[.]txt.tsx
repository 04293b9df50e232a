import type { LoaderFunctionArgs } from '@remix-run/node'
import { readSecurityContact } from '~/interactions/town/read-security-contact.server'
import { env } from '~/platform/env.server'
import { enter } from '~/safeguards/door.server'

const daysValid = 180

/** Whom to tell about a weakness, as RFC 9116 wants it. Without a mail address of the town it points to the contact page. */
export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(readSecurityContact, request)
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const { email, languages, now } = outcome.value
  const { baseUrl } = env()
  const expires = new Date(now.getTime() + daysValid * 86_400_000)
  const lines = [
    `Contact: ${email ? `mailto:${email}` : `${baseUrl}/contact`}`,
    `Expires: ${expires.toISOString().slice(0, 19)}Z`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${baseUrl}/.well-known/security.txt`,
    `Policy: ${baseUrl}/contact`,
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
