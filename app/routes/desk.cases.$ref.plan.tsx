import { type ActionFunctionArgs, json, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { planWork } from '~/interactions/cases/plan-work.server'
import { problemInWords } from '~/interactions/cases/problem-in-words.server'
import { enter } from '~/safeguards/door.server'
import { ActForm } from '~/ui/desk/act-form'
import { MessageFields } from '~/ui/desk/message-fields'
import { DateField } from '~/ui/field'
import { useWords } from '~/ui/words'

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(planWork, request, { ref: params.ref })
  if (!outcome.ok) return json(await problemInWords(request, outcome.problem), { status: outcome.problem.status })
  return redirect(`/desk/cases/${outcome.value.ref}?done=plan`)
}

export default function Plan() {
  const t = useWords()
  const problem = useActionData<typeof action>()
  return (
    <ActForm title={t('desk.act.plan')} about={t('desk.plan.about')} send={t('desk.plan.send')} problem={problem}>
      <DateField name="plannedFor" label={t('desk.plan.date')} />
      <MessageFields label={t('desk.plan.text')} hint={t('desk.field.plain')} optional problem={problem} />
    </ActForm>
  )
}
