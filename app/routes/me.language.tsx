import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { changeLanguage } from '~/interactions/people/change-own.server'
import { refusal } from '~/platform/sign-in-first.server'
import { enter } from '~/safeguards/door.server'

/** Keeps the language of letters, and goes back to the page it was chosen on. */
export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(changeLanguage, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return redirect('/me?changed')
}
