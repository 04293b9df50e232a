import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { keepOwnPlace } from '~/interactions/reports/drafts/keep-own-place.server'
import { keptDraft } from '~/platform/draft-cookie.server'
import { enter } from '~/safeguards/door.server'
import { stepPath } from '~/ui/report/step-path'

/** A photo was taken elsewhere, and the chosen place is right all the same. */
export async function action({ request }: ActionFunctionArgs) {
  const { draftToken } = keptDraft(request)
  const outcome = await enter(keepOwnPlace, request, { draftToken })
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(stepPath('photos'))
}
