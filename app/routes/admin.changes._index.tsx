import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listChanges } from '~/interactions/administration/list-changes.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { ChangeList } from '~/ui/admin/change-list'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(listChanges, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'admin.changes.title'), ...outcome.value }
}

export default function Changes() {
  return <ChangeList {...useLoaderData<typeof loader>()} />
}
