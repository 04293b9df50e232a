import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { receiptPath } from '~/interactions/reports/follow-link.server'
import { showMeToo } from '~/interactions/reports/form/show-me-too.server'
import { meToo } from '~/interactions/reports/me-too.server'
import { draftTokenOf } from '~/platform/draft-cookie.server'
import { newOnce } from '~/platform/once.server'
import { languageOf, translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { MeTooForm } from '~/ui/report/me-too-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const isFromForm = new URL(request.url).searchParams.get('from') === 'report'
  const draftToken = isFromForm ? draftTokenOf(request) : undefined
  const outcome = await enter(showMeToo, request, { ref: params.ref, draftToken })
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const title = translate(
    languageOf(request),
    outcome.value.issue.isClosed ? 'report.me-too.title.closed' : 'report.me-too.title',
  )
  return { ...outcome.value, title, once: newOnce(), isFromForm }
}

export async function action({ request, params }: ActionFunctionArgs) {
  // The draft that led here ends with this; the address says whether one did.
  const isFromForm = new URL(request.url).searchParams.get('from') === 'report'
  const outcome = await enter(meToo, request, {
    ref: params.ref,
    draftToken: isFromForm ? draftTokenOf(request) : undefined,
  })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(receiptPath(outcome.value.reportId))
}

export default function MeToo() {
  return <MeTooForm {...useLoaderData<typeof loader>()} problem={useActionData<typeof action>()} />
}
