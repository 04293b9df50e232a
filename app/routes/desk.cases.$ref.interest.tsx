import { type ActionFunctionArgs, json, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { declareInterest } from '~/interactions/cases/declare-interest.server'
import { interestKinds } from '~/interactions/cases/interest.input'
import { problemInWords } from '~/interactions/cases/problem-in-words.server'
import { enter } from '~/safeguards/door.server'
import { Choice } from '~/ui/choice'
import { ActForm } from '~/ui/desk/act-form'
import { TextArea } from '~/ui/field'
import { useWords } from '~/ui/words'

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(declareInterest, request, { ref: params.ref })
  if (!outcome.ok) return json(await problemInWords(request, outcome.problem), { status: outcome.problem.status })
  return redirect(`/desk/cases/${outcome.value.ref}?done=interest`)
}

export default function Interest() {
  const t = useWords()
  return (
    <ActForm
      title={t('desk.act.interest')}
      about={t('desk.interest.about')}
      send={t('desk.interest.send')}
      problem={useActionData<typeof action>()}
    >
      <Choice
        name="kind"
        label={t('desk.interest.what')}
        options={interestKinds.map((kind) => ({ value: kind, label: t(`desk.interest.kind.${kind}`) }))}
      />
      <Choice
        name="outcome"
        label={t('desk.interest.then')}
        options={[
          { value: 'recused', label: t('desk.interest.recuse'), hint: t('desk.interest.recuse.hint') },
          { value: 'open', label: t('desk.interest.ask'), hint: t('desk.interest.ask.hint') },
        ]}
      />
      <TextArea
        name="text"
        label={t('desk.interest.text')}
        hint={t('desk.interest.text.hint')}
        maxLength={2000}
        rows={3}
      />
    </ActForm>
  )
}
