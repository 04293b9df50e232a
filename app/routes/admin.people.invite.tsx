import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inviteStaff } from '~/interactions/administration/invite-staff.server'
import { seeAdministration } from '~/interactions/administration/see-administration.server'
import { newOnce } from '~/platform/once.server'
import type { ProblemJson } from '~/platform/problems'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { InviteForm } from '~/ui/admin/invite-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeAdministration, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'admin.people.invite'), once: newOnce() }
}

export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(inviteStaff, request)
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(`/admin/people/${outcome.value.personId}?done=invited`)
}

export default function Invite() {
  const { once } = useLoaderData<typeof loader>()
  return <InviteForm once={once} problem={useActionData<unknown>() as ProblemJson | undefined} />
}
