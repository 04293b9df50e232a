import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { editCategoryList } from '~/interactions/administration/edit-category-list.server'
import { readCategories } from '~/interactions/administration/read-categories.server'
import { newOnce } from '~/platform/once.server'
import type { ProblemJson } from '~/platform/problems'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { CategoryList } from '~/ui/admin/category-list'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(readCategories, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  const { categories, waiting } = outcome.value
  return { title: titleFor(request, 'admin.categories.title'), once: newOnce(), categories, waiting }
}

export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(editCategoryList, request)
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const { kept, waiting } = outcome.value
  return redirect(`/admin/categories?changed=${kept.length}&waiting=${waiting.length}`)
}

export default function Categories() {
  const problem = useActionData<unknown>() as ProblemJson | undefined
  return <CategoryList {...useLoaderData<typeof loader>()} problem={problem} />
}
