import type { LoaderFunctionArgs } from '@remix-run/node'
import { readReceiptProof } from '~/interactions/ledger/read-receipt-proof.server'
import { receiptFile } from '~/interactions/ledger/receipt-answers.server'
import { refusal } from '~/platform/sign-in-first.server'
import { enter } from '~/safeguards/door.server'

/** A receipt as a file: the act, the promise and, as soon as there is one, the proof. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(readReceiptProof, request, { id: params.id })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return receiptFile(outcome.value.receipt, outcome.value.logKey)
}
