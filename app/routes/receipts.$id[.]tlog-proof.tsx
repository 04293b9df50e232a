import type { LoaderFunctionArgs } from '@remix-run/node'
import { readReceiptProof } from '~/interactions/ledger/read-receipt-proof.server'
import { proofFile } from '~/interactions/ledger/receipt-answers.server'
import { refusal } from '~/platform/sign-in-first.server'
import { enter } from '~/safeguards/door.server'

/** The proof of a receipt, in the form that programs of others read. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(readReceiptProof, request, { id: params.id })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return proofFile(outcome.value.receipt)
}
