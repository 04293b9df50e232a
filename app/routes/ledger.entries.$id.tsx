import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readLedgerEntry } from '~/interactions/ledger/read-ledger-entry.server'
import { actInWords } from '~/interactions/register/act-words.server'
import { languageOf } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { EntryShown } from '~/ui/ledger/entry-shown'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(readLedgerEntry, request, { id: params.id })
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const { proof: _, ...receipt } = outcome.value
  return { title: actInWords(languageOf(request), receipt.kind), receipt }
}

export default function Entry() {
  const { title, receipt } = useLoaderData<typeof loader>()
  return <EntryShown title={title} receipt={receipt} isOwn={false} />
}
