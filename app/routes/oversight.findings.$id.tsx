import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react'
import { readFinding } from '~/interactions/findings/read-finding.server'
import { newOnce } from '~/platform/once.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { FindingPage } from '~/ui/oversight/finding-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(readFinding, request, { id: params.id })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  // Who asked stands in the record and on no page.
  const { askedBy: _, ...page } = outcome.value
  return { title: titleFor(request, 'finding.one.title', { number: page.finding.number }), once: newOnce(), ...page }
}

// Opening a finding is on record each time. Choosing an act on it is no new opening; an answer of the server is.
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentParams, nextParams, formMethod }) =>
  formMethod === 'POST' || currentParams.id !== nextParams.id

export default function Finding() {
  const page = useLoaderData<typeof loader>()
  return (
    <FindingPage page={page}>
      <Outlet context={page} />
    </FindingPage>
  )
}
