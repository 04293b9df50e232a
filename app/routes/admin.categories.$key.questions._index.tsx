import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { publishQuestions } from '~/interactions/administration/questions/publish-questions.server'
import { readQuestions } from '~/interactions/administration/questions/read-questions.server'
import { newOnce } from '~/platform/once.server'
import type { ProblemJson } from '~/platform/problems'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { QuestionList } from '~/ui/admin/question-list'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(readQuestions, request, { key: params.key })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return {
    title: titleFor(request, 'admin.questions.title', { name: outcome.value.label }),
    once: newOnce(),
    ...outcome.value,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(publishQuestions, request, { key: params.key })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(`/admin/categories/${outcome.value.key}/questions?kept=${outcome.value.version}`)
}

export default function Questions() {
  const problem = useActionData<unknown>() as ProblemJson | undefined
  return <QuestionList {...useLoaderData<typeof loader>()} problem={problem} />
}
