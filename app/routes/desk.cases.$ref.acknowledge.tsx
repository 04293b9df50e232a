import { type ActionFunctionArgs, json, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { acknowledgeCase } from '~/interactions/cases/acknowledge-case.server'
import { problemInWords } from '~/interactions/cases/problem-in-words.server'
import { enter } from '~/safeguards/door.server'
import { Tick } from '~/ui/choice'
import { ActForm } from '~/ui/desk/act-form'
import { MessageFields } from '~/ui/desk/message-fields'
import { useCase } from '~/ui/desk/use-case'
import { useWords } from '~/ui/words'

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(acknowledgeCase, request, { ref: params.ref })
  if (!outcome.ok) return json(await problemInWords(request, outcome.problem), { status: outcome.problem.status })
  return redirect(`/desk/cases/${outcome.value.ref}?done=acknowledge`)
}

export default function Acknowledge() {
  const t = useWords()
  const problem = useActionData<typeof action>()
  const { case: here, own } = useCase()
  return (
    <ActForm
      title={t('desk.act.acknowledge')}
      about={t('desk.acknowledge.about')}
      send={t('desk.acknowledge.send')}
      problem={problem}
    >
      <MessageFields label={t('desk.acknowledge.text')} hint={t('desk.acknowledge.hint')} optional problem={problem} />
      {here.assignee !== 'me' && !own.isTied && (
        <Tick name="takesCase" label={t('desk.acknowledge.take')} isChosen={here.assignee === 'nobody'} />
      )}
    </ActForm>
  )
}
