import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { problemInWords, refusalInWords } from '~/interactions/cases/problem-in-words.server'
import { closeCase } from '~/interactions/decisions/close-case.server'
import { prepareDecision } from '~/interactions/decisions/prepare-decision.server'
import { enter } from '~/safeguards/door.server'
import { CloseForm } from '~/ui/desk/close-form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(prepareDecision, request, { ref: params.ref })
  if (!outcome.ok) throw await refusalInWords(request, outcome.problem)
  return outcome.value
}

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(closeCase, request, { ref: params.ref })
  if (!outcome.ok) return json(await problemInWords(request, outcome.problem), { status: outcome.problem.status })
  return redirect(`/desk/cases/${outcome.value.ref}?done=close`)
}

export default function Close() {
  return <CloseForm prepared={useLoaderData<typeof loader>()} problem={useActionData<typeof action>()} />
}
