import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { listExceptions } from '~/interactions/look-exceptions/list-exceptions.server'
import { proposeException } from '~/interactions/look-exceptions/propose-exception.server'
import { newOnce } from '~/platform/once.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { ExceptionsPage } from '~/ui/oversight/exceptions-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(listExceptions, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'finding.exception.title'), once: newOnce(), ...outcome.value }
}

export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(proposeException, request)
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect('/oversight/exceptions?done=proposed')
}

export default function Exceptions() {
  const { exceptions, once } = useLoaderData<typeof loader>()
  const [params] = useSearchParams()
  const problem = useActionData<typeof action>() ?? null
  return <ExceptionsPage {...{ exceptions, once, problem }} entryId={params.get('entry') ?? ''} />
}
