import type { Problem, ProblemJson } from '~/platform/problems'
import { refusal } from '~/platform/sign-in-first.server'
import { enter } from '~/safeguards/door.server'
import { showDestinations } from './show-destinations.server'

/**
 * What the door said, for a civil servant to read: a mandate that is missing names its kind and neighbourhood as people call
 * them. The record keeps their keys.
 */
export async function problemInWords(request: Request, problem: Problem): Promise<ProblemJson> {
  const said = problem.toJSON()
  const { category, area } = said.values ?? {}
  if (!category && !area) return said
  // The body of a form can be read once only; who asks, and in which language, stands in the head.
  const outcome = await enter(showDestinations, new Request(request.url, { headers: request.headers }))
  if (!outcome.ok) return said
  const { groups, areas } = outcome.value
  const kinds = groups.flatMap(({ categories }) => categories)
  const nameIn = (list: readonly { key: string; name: string }[], key: string | number | undefined) =>
    list.find((one) => one.key === key)?.name ?? key ?? ''
  return { ...said, values: { ...said.values, category: nameIn(kinds, category), area: nameIn(areas, area) } }
}

/** What a page at the desk answers when the door said no: a stranger signs in first, and everybody else reads why. Throw it. */
export async function refusalInWords(request: Request, problem: Problem): Promise<Response> {
  if (problem.type === 'sign-in-needed') return refusal(problem, request)
  return Response.json(await problemInWords(request, problem), { status: problem.status })
}
