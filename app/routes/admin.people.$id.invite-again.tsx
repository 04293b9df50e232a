import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { useParams } from '@remix-run/react'
import { inviteAgain } from '~/interactions/administration/invite-staff.server'
import { enter } from '~/safeguards/door.server'
import { ActTrouble } from '~/ui/admin/act-trouble'
import { useWords } from '~/ui/words'

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(inviteAgain, request, { id: params.id })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(`/admin/people/${outcome.value.personId}?done=invited`)
}

export default function InviteAgain() {
  const t = useWords()
  const { id } = useParams()
  return <ActTrouble back={`/admin/people/${id}`} label={t('admin.nav.people')} />
}
