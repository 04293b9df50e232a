import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { seeRecoveryCodes } from '~/interactions/accounts/see-recovery-codes.server'
import { readErrand } from '~/platform/cookies.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { RecoveryCodes } from '~/ui/account/recovery-codes'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeRecoveryCodes, request, { sealedCodes: readErrand(request, 'codes') })
  if (!outcome.ok) throw json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return { title: titleFor(request, 'sign-in.codes.title'), codes: outcome.value.codes }
}

export default function Codes() {
  return <RecoveryCodes codes={useLoaderData<typeof loader>().codes} goOnTo="/me/account" />
}
