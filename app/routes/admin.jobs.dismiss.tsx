import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { dismissJob } from '~/interactions/administration/failed-jobs.server'
import { enter } from '~/safeguards/door.server'
import { ActTrouble } from '~/ui/admin/act-trouble'
import { useWords } from '~/ui/words'

export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(dismissJob, request)
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect('/admin/jobs?done=dismissed')
}

export default function Dismiss() {
  const t = useWords()
  return <ActTrouble back="/admin/jobs" label={t('admin.nav.jobs')} />
}
