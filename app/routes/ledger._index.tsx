import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { seeLedger } from '~/interactions/ledger/see-ledger.server'
import { env } from '~/platform/env.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { LedgerPage } from '~/ui/ledger/ledger-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeLedger, request)
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return { title: titleFor(request, 'ledger.title'), address: `${env().baseUrl}/ledger/vkey`, ...outcome.value }
}

export default function Ledger() {
  return <LedgerPage {...useLoaderData<typeof loader>()} />
}
