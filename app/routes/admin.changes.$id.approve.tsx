import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { useParams } from '@remix-run/react'
import { approveChange } from '~/interactions/administration/approve-change.server'
import { enter } from '~/safeguards/door.server'
import { ActTrouble } from '~/ui/admin/act-trouble'
import { useWords } from '~/ui/words'

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(approveChange, request, { id: params.id })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect('/admin/changes?done=approved')
}

export default function Approve() {
  const t = useWords()
  const { id } = useParams()
  return <ActTrouble back={`/admin/changes/${id}`} label={t('admin.change.back')} />
}
