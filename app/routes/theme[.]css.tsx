import type { LoaderFunctionArgs } from '@remix-run/node'
import { readTheme } from '~/interactions/town/read-theme.server'
import { enter } from '~/safeguards/door.server'
import { themeCss } from '~/ui/theme/theme-css'

/** The colours and sizes of this town as a style sheet. Its address carries the town's version, so browsers keep it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(readTheme, request)
  const css = themeCss(outcome.ok ? outcome.value : {})
  const isVersioned = new URL(request.url).searchParams.has('v')
  return new Response(css, {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': isVersioned ? 'public, max-age=31536000, immutable' : 'public, max-age=60',
    },
  })
}
