import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readReceipt } from '~/interactions/reports/receipts/read-receipt.server'
import { env } from '~/platform/env.server'
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
  const outcome = await enter(readReceipt, request, { id: params.id })
  if (!outcome.ok)
    throw Response.json(outcome.problem.toJSON(), {
      status: outcome.problem.status === 422 ? 404 : outcome.problem.status,
    })
  const { personId: _, ...receipt } = outcome.value
  const address = `${env().baseUrl}/receipts/${params.id}`
  const title = translate(languageOf(request), 'receipt.meta', { ref: receipt.issue.ref })
  return { ...receipt, title, address, qr: qrPath(address) }
}

export default function Receipt() {
  return <ReceiptPage {...useLoaderData<typeof loader>()} />
}
