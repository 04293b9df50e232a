import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { answerFinding } from '~/interactions/findings/answer-finding.server'
import { enter } from '~/safeguards/door.server'
import { FindingForm } from '~/ui/oversight/finding-form'

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(answerFinding, request, { id: params.id })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(`/oversight/findings/${params.id}?done=answer`)
}

export default function Answer() {
  return <FindingForm act="answer" problem={useActionData<typeof action>()} />
}
