import { type ActionFunctionArgs, json, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { askReporter } from '~/interactions/cases/ask-reporter.server'
import { problemInWords } from '~/interactions/cases/problem-in-words.server'
import { enter } from '~/safeguards/door.server'
import { ActForm } from '~/ui/desk/act-form'
import { MessageFields } from '~/ui/desk/message-fields'
import { useWords } from '~/ui/words'

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(askReporter, request, { ref: params.ref })
  if (!outcome.ok) return json(await problemInWords(request, outcome.problem), { status: outcome.problem.status })
  return redirect(`/desk/cases/${outcome.value.ref}?done=ask`)
}

export default function Ask() {
  const t = useWords()
  const problem = useActionData<typeof action>()
  return (
    <ActForm title={t('desk.act.ask')} about={t('desk.ask.about')} send={t('desk.ask.send')} problem={problem}>
      <MessageFields label={t('desk.ask.text')} hint={t('desk.ask.hint')} problem={problem} />
    </ActForm>
  )
}
