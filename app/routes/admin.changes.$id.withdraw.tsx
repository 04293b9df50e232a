import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { useParams } from '@remix-run/react'
import { withdrawChange } from '~/interactions/administration/settle-change.server'
import { enter } from '~/safeguards/door.server'
import { ActTrouble } from '~/ui/admin/act-trouble'
import { useWords } from '~/ui/words'

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(withdrawChange, request, { id: params.id })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect('/admin/changes?done=withdrawn')
}

export default function Withdraw() {
  const t = useWords()
  const { id } = useParams()
  return <ActTrouble back={`/admin/changes/${id}`} label={t('admin.change.back')} />
}
