import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { breakGlass } from '~/interactions/cases/break-glass.server'
import { problemInWords, refusalInWords } from '~/interactions/cases/problem-in-words.server'
import { showContactWay } from '~/interactions/cases/show-contact-way.server'
import { enter } from '~/safeguards/door.server'
import { EmergencyPage } from '~/ui/desk/emergency-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: data.ref }] : [])

// Contact details are for this one look: no browser and nothing in between keeps them.
const notKept = { 'Cache-Control': 'no-store' }
export const headers = () => notKept

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(showContactWay, request, { ref: params.ref })
  if (!outcome.ok) throw await refusalInWords(request, outcome.problem)
  return outcome.value
}

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(breakGlass, request, { ref: params.ref })
  if (!outcome.ok)
    return json(
      { problem: await problemInWords(request, outcome.problem), opened: null },
      { status: outcome.problem.status },
    )
  const { reportId, language, mayShareContact, contact } = outcome.value
  return json({ problem: null, opened: { reportId, language, mayShareContact, contact } }, { headers: notKept })
}

export default function Emergency() {
  return <EmergencyPage way={useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
