import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openStaff } from '~/interactions/administration/open-staff.server'
import { newOnce } from '~/platform/once.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { AccessForm } from '~/ui/admin/access-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(openStaff, request, { id: params.id })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  const { person } = outcome.value
  return {
    title: titleFor(request, person.isDisabled ? 'admin.person.enable' : 'admin.person.disable'),
    once: newOnce(),
    person,
  }
}

export default function Access() {
  const { person, once } = useLoaderData<typeof loader>()
  return <AccessForm {...{ person, once }} />
}
