import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { prepareIntake } from '~/interactions/cases/prepare-intake.server'
import { problemInWords, refusalInWords } from '~/interactions/cases/problem-in-words.server'
import { reportIssue } from '~/interactions/reports/report-issue.server'
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

export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(reportIssue, request)
  if (!outcome.ok) return json(await problemInWords(request, outcome.problem), { status: outcome.problem.status })
  return redirect(`/desk/intake?taken=${outcome.value.ref}`)
}

export default function Intake() {
  return <IntakePage intake={useLoaderData<typeof loader>()} problem={useActionData<typeof action>()} />
}
