import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { acknowledgeMany } from '~/interactions/cases/acknowledge-many.server'
import { refusalInWords } from '~/interactions/cases/problem-in-words.server'
import { showChosen } from '~/interactions/cases/show-chosen.server'
import { newOnce } from '~/platform/once.server'
import { languageOf, translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { AcknowledgeMany } from '~/ui/desk/acknowledge-many'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: data.title }] : [])

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(showChosen, request)
  if (!outcome.ok) throw await refusalInWords(request, outcome.problem)
  const { cases } = outcome.value
  if (cases.length === 0 && request.method === 'GET') throw redirect('/desk')
  return { ...outcome.value, once: newOnce(), title: translate(languageOf(request), 'desk.many.title') }
}

export async function action({ request }: ActionFunctionArgs) {
  const outcome = await acknowledgeMany(request)
  // Where nothing was done, the answer is that of the first case.
  const first = outcome.done.length === 0 ? outcome.refused[0] : undefined
  return json(outcome, { status: (outcome.problem ?? first?.problem)?.status ?? 200 })
}

export default function Acknowledge() {
  return <AcknowledgeMany chosen={useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
