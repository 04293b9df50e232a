import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addToReport } from '~/interactions/reports/receipts/add-to-report.server'
import { readReceipt } from '~/interactions/reports/receipts/read-receipt.server'
import { env } from '~/platform/env.server'
import { newOnce } from '~/platform/once.server'
import { NotFound } from '~/platform/problems'
import { languageOf, translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { qrPath } from '~/ui/qr-path.server'
import { ReceiptPage } from '~/ui/report/receipt-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

// The address is a secret: it is kept by nobody on the way, and told to no page that is opened from here.
export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })

export async function loader({ request, params }: LoaderFunctionArgs) {
  // An act of somebody who is signed in has its receipt among what is theirs.
  if (params.id && /^[0-9a-f-]{36}$/.test(params.id)) throw redirect(`/me/acts/${params.id}`)
  const outcome = await enter(readReceipt, request, { id: params.id })
  if (!outcome.ok) {
    // A link that was cut off is a link to nothing, and no answer in a form that somebody could mend.
    const problem = outcome.problem.status === 422 ? new NotFound() : outcome.problem
    throw Response.json(problem.toJSON(), { status: problem.status })
  }
  const { personId: _, ...receipt } = outcome.value
  const address = `${env().baseUrl}/receipts/${params.id}`
  const title = translate(languageOf(request), 'receipt.meta', { ref: receipt.issue.ref })
  const isAdded = new URL(request.url).searchParams.has('added')
  return { ...receipt, title, address, files: `/receipts/${params.id}`, qr: qrPath(address), once: newOnce(), isAdded }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(addToReport, request, { id: params.id })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(`/receipts/${params.id}?added#add`)
}

export default function Receipt() {
  return <ReceiptPage {...useLoaderData<typeof loader>()} problem={useActionData<typeof action>()} />
}
