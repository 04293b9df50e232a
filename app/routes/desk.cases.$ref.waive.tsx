import { type ActionFunctionArgs, json, redirect } from '@remix-run/node'
import { useActionData, useSearchParams } from '@remix-run/react'
import { problemInWords } from '~/interactions/cases/problem-in-words.server'
import { waiveInterest } from '~/interactions/cases/waive-interest.server'
import { enter } from '~/safeguards/door.server'
import { ActForm } from '~/ui/desk/act-form'
import { useCase } from '~/ui/desk/use-case'
import { TextArea } from '~/ui/field'
import { useWords } from '~/ui/words'

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(waiveInterest, request, { ref: params.ref })
  if (!outcome.ok) return json(await problemInWords(request, outcome.problem), { status: outcome.problem.status })
  return redirect(`/desk/cases/${outcome.value.ref}?done=waive`)
}

export default function Waive() {
  const t = useWords()
  const [params] = useSearchParams()
  const { story } = useCase()
  const problem = useActionData<typeof action>()
  const declared = story.interests.find(({ id }) => id === params.get('declaration'))
  if (!declared) return <p>{t('desk.waive.none')}</p>
  const { id, kind, reason, jobTitle, declaredAt } = declared
  return (
    <ActForm title={t('desk.act.waive')} about={t('desk.waive.about')} send={t('desk.waive.send')} problem={problem}>
      <input type="hidden" name="declarationId" value={id} />
      <input type="hidden" name="declaredAt" value={declaredAt} />
      <p>
        <strong>
          <bdi>{jobTitle || t('desk.who.colleague')}</bdi>
        </strong>
        {': '}
        {t(`desk.interest.kind.${kind}`)}
      </p>
      <p className="told" dir="auto">
        {reason}
      </p>
      <TextArea name="text" label={t('desk.waive.text')} maxLength={2000} rows={3} />
    </ActForm>
  )
}
