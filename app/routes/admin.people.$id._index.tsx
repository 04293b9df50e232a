import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openStaff } from '~/interactions/administration/open-staff.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { StaffPage } from '~/ui/admin/staff-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(openStaff, request, { id: params.id })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'admin.person.title'), ...outcome.value }
}

export default function StaffMember() {
  return <StaffPage {...useLoaderData<typeof loader>()} />
}
