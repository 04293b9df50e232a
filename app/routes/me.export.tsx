import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportOwn } from '~/interactions/people/export-own.server'
import { refusal } from '~/platform/sign-in-first.server'
import { enter } from '~/safeguards/door.server'

/** All data of the person who is signed in, as one file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(exportOwn, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  const day = outcome.value.madeAt.toISOString().slice(0, 10)
  return new Response(`${JSON.stringify(outcome.value, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="my-data-${day}.json"`,
      'Cache-Control': 'no-store',
    },
  })
}
