import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readReceiptProof } from '~/interactions/ledger/read-receipt-proof.server'
import { actInWords } from '~/interactions/register/act-words.server'
import { refusal } from '~/platform/sign-in-first.server'
import { languageOf } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { EntryShown } from '~/ui/ledger/entry-shown'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(readReceiptProof, request, { id: params.id })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  const { proof: _, ...receipt } = outcome.value.receipt
  return { title: actInWords(languageOf(request), receipt.kind), receipt }
}

/** The receipt of one act of the person who is signed in. */
export default function Act() {
  const { title, receipt } = useLoaderData<typeof loader>()
  return <EntryShown title={title} receipt={receipt} isOwn />
}
