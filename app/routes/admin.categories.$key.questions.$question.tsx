import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openQuestion } from '~/interactions/administration/questions/open-question.server'
import { writeQuestion } from '~/interactions/administration/questions/write-question.server'
import { newOnce } from '~/platform/once.server'
import type { ProblemJson } from '~/platform/problems'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { QuestionForm } from '~/ui/admin/question-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(openQuestion, request, { key: params.key, question: params.question })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'admin.question.title'), once: newOnce(), ...outcome.value }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const question = params.question === 'new' ? '' : params.question
  const outcome = await enter(writeQuestion, request, { key: params.key, question })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(`/admin/categories/${outcome.value.key}/questions`)
}

export default function Question() {
  const problem = useActionData<unknown>() as ProblemJson | undefined
  return <QuestionForm {...useLoaderData<typeof loader>()} problem={problem} />
}
