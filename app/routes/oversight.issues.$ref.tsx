import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readTrail } from '~/interactions/oversight/read-trail.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { TrailPage } from '~/ui/oversight/trail-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(readTrail, request, { ref: params.ref })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'oversight.trail.title', { ref: outcome.value.issue.ref }), ...outcome.value }
}

export default function Trail() {
  return <TrailPage {...useLoaderData<typeof loader>()} />
}
