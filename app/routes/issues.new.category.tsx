import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepCategory } from '~/interactions/reports/drafts/keep-category.server'
import { showCategory } from '~/interactions/reports/form/show-category.server'
import { draftTokenOf, keptDraft } from '~/platform/draft-cookie.server'
import { languageOf, translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { CategoryQuestion } from '~/ui/report/category-question'
import { stepPath } from '~/ui/report/step-path'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(showCategory, request, { draftToken: draftTokenOf(request) })
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  if (outcome.value.goTo) throw redirect(`${stepPath(outcome.value.goTo)}?again`)
  return { ...outcome.value, title: translate(languageOf(request), 'report.category.title') }
}

export async function action({ request }: ActionFunctionArgs) {
  const { draftToken, cookie } = keptDraft(request)
  const outcome = await enter(keepCategory, request, { draftToken })
  if (outcome.ok) return redirect(stepPath('nearby'), { headers: { 'Set-Cookie': cookie } })
  const { problem } = outcome
  if (problem.type === 'call-instead') return redirect(`/issues/new/call/${problem.values.category}`)
  return Response.json(problem.toJSON(), { status: problem.status })
}

export default function WhatIsWrong() {
  return <CategoryQuestion {...useLoaderData<typeof loader>()} problem={useActionData<typeof action>()} />
}
