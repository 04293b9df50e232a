import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { seeNeedsLook } from '~/interactions/oversight/see-needs-look.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { NeedsLook } from '~/ui/oversight/needs-look'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeNeedsLook, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'oversight.look.title'), ...outcome.value }
}

export default function OversightHome() {
  return <NeedsLook {...useLoaderData<typeof loader>()} />
}
