import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openChange } from '~/interactions/administration/open-change.server'
import { newOnce } from '~/platform/once.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { ChangePage } from '~/ui/admin/change-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(openChange, request, { id: params.id })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'admin.change.title'), once: newOnce(), ...outcome.value }
}

export default function Change() {
  return <ChangePage {...useLoaderData<typeof loader>()} />
}
