import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { editTown } from '~/interactions/administration/edit-town.server'
import { readSettings } from '~/interactions/administration/read-settings.server'
import { newOnce } from '~/platform/once.server'
import type { ProblemJson } from '~/platform/problems'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { TownForm } from '~/ui/admin/town-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(readSettings, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'admin.settings.title'), once: newOnce(), ...outcome.value }
}

export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(editTown, request)
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const { value } = outcome
  return redirect(
    value.became === 'waiting' ? `/admin/settings?waits=${value.changeId}` : `/admin/settings?kept=${value.version}`,
  )
}

export default function Page() {
  const problem = useActionData<unknown>() as ProblemJson | undefined
  return <TownForm {...useLoaderData<typeof loader>()} problem={problem} />
}
