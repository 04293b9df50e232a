import type { LoaderFunctionArgs } from '@remix-run/node'
import { readRegister } from '~/interactions/register/read-register.server'
import { registerAsData } from '~/interactions/register/register-data.server'
import { languageOf } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'

/** The register for machines: every declaration, with its words in the language that was asked for. */
export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(readRegister, request)
  if (!outcome.ok) {
    const { problem } = outcome
    return Response.json(problem.toJSON(), {
      status: problem.status,
      headers: { 'Content-Type': 'application/problem+json' },
    })
  }
  return Response.json(registerAsData(outcome.value, languageOf(request)), {
    headers: { 'Cache-Control': 'public, max-age=300', Vary: 'Cookie, Accept-Language' },
  })
}
