import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { approveException } from '~/interactions/look-exceptions/approve-exception.server'
import { enter } from '~/safeguards/door.server'
import { ActTrouble } from '~/ui/admin/act-trouble'
import { useWords } from '~/ui/words'

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(approveException, request, { id: params.id })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect('/oversight/exceptions?done=approved')
}

export default function Approve() {
  const t = useWords()
  return <ActTrouble back="/oversight/exceptions" label={t('finding.exception.title')} />
}
