import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportEntries } from '~/interactions/oversight/export-entries.server'
import { refusal } from '~/platform/sign-in-first.server'
import { enter } from '~/safeguards/door.server'

/** The list as a file. It opens in a spreadsheet without becoming a program there. */
export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(exportEntries, request)
  if (!outcome.ok) return refusal(outcome.problem, request)
  const { csv, town } = outcome.value
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="meent-${town}-record.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}
