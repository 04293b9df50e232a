import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { editCategory } from '~/interactions/administration/edit-category.server'
import { readCategory } from '~/interactions/administration/read-categories.server'
import { newOnce } from '~/platform/once.server'
import type { ProblemJson } from '~/platform/problems'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { CategoryForm } from '~/ui/admin/category-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data && `${data.title}: ${data.label}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(readCategory, request, { key: params.key })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'admin.category.title'), once: newOnce(), ...outcome.value }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(editCategory, request, { key: params.key })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const { value } = outcome
  const said = value.became === 'waiting' ? `waits=${value.changeId}` : `kept=${value.version}`
  return redirect(`/admin/categories/${value.key}?${said}`)
}

export default function Category() {
  const problem = useActionData<unknown>() as ProblemJson | undefined
  return <CategoryForm {...useLoaderData<typeof loader>()} problem={problem} />
}
