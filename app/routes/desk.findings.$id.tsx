import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { explainFinding } from '~/interactions/findings/explain-finding.server'
import { openAsked } from '~/interactions/findings/list-asked.server'
import { newOnce } from '~/platform/once.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { AskedPage } from '~/ui/desk/asked-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(openAsked, request, { id: params.id })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  const asked = outcome.value
  return { title: titleFor(request, 'finding.one.title', { number: asked.number }), once: newOnce(), asked }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(explainFinding, request, { id: params.id })
  if (!outcome.ok && outcome.problem.type === 'sign-in-needed') throw refusal(outcome.problem, request)
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect('/desk/findings?done=explained')
}

export default function AskedOne() {
  const { asked, once } = useLoaderData<typeof loader>()
  return <AskedPage asked={asked} once={once} problem={useActionData<typeof action>() ?? null} />
}
