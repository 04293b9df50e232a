import type { LoaderFunctionArgs } from '@remix-run/node'
import { readWords } from '~/interactions/town/read-words.server'
import { wordsAddress, wordsTextAt } from '~/platform/words-address.server'
import { areasOfPages } from '~/platform/words-by-address'
import { enter } from '~/safeguards/door.server'

/** The sentences of a page, for the browser. The address names their content, so they are kept for good; another version is not. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(readWords, request, { language: params.language })
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const { language, wordings } = outcome.value
  const shown = new Set(areasOfPages())
  const areas = outcome.value.areas.filter((area) => shown.has(area))
  const address = wordsAddress(language, areas, wordings)
  const { pathname, search } = new URL(request.url)
  const isSame = `${pathname}${decodeURIComponent(search)}` === address
  return new Response(wordsTextAt(address), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': isSame ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  })
}
