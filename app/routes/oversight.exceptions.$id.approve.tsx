import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData } from '@remix-run/react'
import { approveException } from '~/interactions/look-exceptions/approve-exception.server'
import type { ProblemJson } from '~/platform/problems'
import { enter } from '~/safeguards/door.server'
import { ProblemPage } from '~/ui/problem-page'
import { useWords } from '~/ui/words'

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(approveException, request, { id: params.id })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect('/oversight/exceptions?done=approved')
}

/** Only seen when the door said no, and by whoever opens the address of the button. */
export default function Approve() {
  const t = useWords()
  const problem = useActionData<unknown>() as ProblemJson | undefined
  return (
    <ProblemPage
      status={problem?.status ?? 404}
      title={problem && t(problem.title, problem.values)}
      detail={problem && t(problem.detail, problem.values)}
    >
      <p>
        <Link to="/oversight/exceptions">{t('finding.exception.title')}</Link>
      </p>
    </ProblemPage>
  )
}
