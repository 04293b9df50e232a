import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { prepareIntake } from '~/interactions/cases/prepare-intake.server'
import { problemInWords, refusalInWords } from '~/interactions/cases/problem-in-words.server'
import { meToo } from '~/interactions/reports/me-too.server'
import { newOnce } from '~/platform/once.server'
import { languageOf, translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { IntakePage } from '~/ui/desk/intake-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: data.title }] : [])

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(prepareIntake, request)
  if (!outcome.ok) throw await refusalInWords(request, outcome.problem)
  return { ...outcome.value, once: newOnce(), title: translate(languageOf(request), 'desk.intake.title') }
}

/** The caller means an issue that is known: the same form, added to it as a report of its own. */
export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(meToo, request, { ref: new URL(request.url).searchParams.get('ref') })
  if (!outcome.ok) return json(await problemInWords(request, outcome.problem), { status: outcome.problem.status })
  return redirect(`/desk/intake?taken=${outcome.value.ref}`)
}

export default function IntakeAgain() {
  return <IntakePage intake={useLoaderData<typeof loader>()} problem={useActionData<typeof action>()} />
}
