import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { retryJob } from '~/interactions/administration/failed-jobs.server'
import { enter } from '~/safeguards/door.server'
import { ActTrouble } from '~/ui/admin/act-trouble'
import { useWords } from '~/ui/words'

export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(retryJob, request)
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect('/admin/jobs?done=retried')
}

export default function Retry() {
  const t = useWords()
  return <ActTrouble back="/admin/jobs" label={t('admin.nav.jobs')} />
}
