import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findTrail } from '~/interactions/oversight/find-trail.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { entriesPath } from '~/ui/oversight/entries-path'
import { FindTrail } from '~/ui/oversight/find-trail'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(findTrail, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  const { found, ref, purpose, recent } = outcome.value
  if (found) throw redirect(entriesPath({ purpose }, `/oversight/issues/${found}`))
  return { title: titleFor(request, 'oversight.trail.find'), asked: ref, recent }
}

export default function FindIssue() {
  return <FindTrail {...useLoaderData<typeof loader>()} />
}
