import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { editWording } from '~/interactions/administration/edit-wording.server'
import { readWordings } from '~/interactions/administration/read-settings.server'
import { newOnce } from '~/platform/once.server'
import type { ProblemJson } from '~/platform/problems'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { WordingForms } from '~/ui/admin/wording-forms'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(readWordings, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'admin.settings.tab.wordings'), once: newOnce(), ...outcome.value }
}

export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(editWording, request)
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const { value } = outcome
  return redirect(
    value.became === 'waiting'
      ? `/admin/settings/wordings?waits=${value.changeId}`
      : `/admin/settings/wordings?kept=${value.version}`,
  )
}

export default function Page() {
  const problem = useActionData<unknown>() as ProblemJson | undefined
  return <WordingForms {...useLoaderData<typeof loader>()} problem={problem} />
}
