import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openStaff } from '~/interactions/administration/open-staff.server'
import { grantMandate } from '~/interactions/mandates/grant-mandate.server'
import { newOnce } from '~/platform/once.server'
import type { ProblemJson } from '~/platform/problems'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { MandateForm } from '~/ui/admin/mandate-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(openStaff, request, { id: params.id })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  const { person, groups, areas, today, inAYear } = outcome.value
  return { title: titleFor(request, 'admin.mandate.grant'), once: newOnce(), person, groups, areas, today, inAYear }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(grantMandate, request, { id: params.id })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(`/admin/people/${outcome.value.personId}?done=granted`)
}

export default function Mandate() {
  return (
    <MandateForm {...useLoaderData<typeof loader>()} problem={useActionData<unknown>() as ProblemJson | undefined} />
  )
}
