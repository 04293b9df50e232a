import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { enableStaff } from '~/interactions/administration/disable-staff.server'
import { openStaff } from '~/interactions/administration/open-staff.server'
import { newOnce } from '~/platform/once.server'
import type { ProblemJson } from '~/platform/problems'
import { refusal } from '~/platform/sign-in-first.server'
import { enter } from '~/safeguards/door.server'
import { AccessForm } from '~/ui/admin/access-form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(openStaff, request, { id: params.id })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { person: outcome.value.person, once: newOnce() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(enableStaff, request, { id: params.id })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(`/admin/people/${outcome.value.personId}?done=enabled`)
}

/** The form once more, when the door said no. */
export default function Enable() {
  return (
    <AccessForm {...useLoaderData<typeof loader>()} problem={useActionData<unknown>() as ProblemJson | undefined} />
  )
}
