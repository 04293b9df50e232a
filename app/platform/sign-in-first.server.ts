import { redirect } from '@remix-run/node'
import type { Problem } from './problems'

/**
 * What a page answers when the door said no: whoever only has to sign in is led there and comes back afterwards; anybody
 * else reads why. Throw what it returns.
 */
export function refusal(problem: Problem, request: Request): Response {
  if (problem.type !== 'sign-in-needed') return Response.json(problem.toJSON(), { status: problem.status })
  const { pathname, search } = new URL(request.url)
  const next = request.method === 'GET' ? `${pathname}${search}`.replace(/\.data(?=\?|$)/, '') : '/me'
  return redirect(`/sign-in?next=${encodeURIComponent(next)}`)
}
