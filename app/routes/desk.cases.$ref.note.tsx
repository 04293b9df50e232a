import { type ActionFunctionArgs, json, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { problemInWords } from '~/interactions/cases/problem-in-words.server'
import { writeNote } from '~/interactions/cases/write-note.server'
import { enter } from '~/safeguards/door.server'
import { ActForm } from '~/ui/desk/act-form'
import { TextArea } from '~/ui/field'
import { useWords } from '~/ui/words'

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(writeNote, request, { ref: params.ref })
  if (!outcome.ok) return json(await problemInWords(request, outcome.problem), { status: outcome.problem.status })
  return redirect(`/desk/cases/${outcome.value.ref}?done=note`)
}

export default function Note() {
  const t = useWords()
  const problem = useActionData<typeof action>()
  return (
    <ActForm title={t('desk.act.note')} about={t('desk.note.about')} send={t('desk.note.send')} problem={problem}>
      <TextArea name="text" label={t('desk.note.text')} maxLength={2000} />
    </ActForm>
  )
}
