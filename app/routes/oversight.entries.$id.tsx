import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readOneEntry } from '~/interactions/oversight/read-entry.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { EntryPage } from '~/ui/oversight/entry-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(readOneEntry, request, { id: params.id })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'oversight.entry.title'), ...outcome.value }
}

export default function Entry() {
  return <EntryPage {...useLoaderData<typeof loader>()} />
}
