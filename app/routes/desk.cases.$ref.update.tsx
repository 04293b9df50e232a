import { type ActionFunctionArgs, json, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { problemInWords } from '~/interactions/cases/problem-in-words.server'
import { publishUpdate } from '~/interactions/cases/publish-update.server'
import { enter } from '~/safeguards/door.server'
import { ActForm } from '~/ui/desk/act-form'
import { MessageFields } from '~/ui/desk/message-fields'
import { TownPhotos } from '~/ui/desk/town-photos'
import { useWords } from '~/ui/words'

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(publishUpdate, request, { ref: params.ref })
  if (!outcome.ok) return json(await problemInWords(request, outcome.problem), { status: outcome.problem.status })
  return redirect(`/desk/cases/${outcome.value.ref}?done=update`)
}

export default function Update() {
  const t = useWords()
  const problem = useActionData<typeof action>()
  return (
    <ActForm
      title={t('desk.act.update')}
      about={t('desk.update.about')}
      send={t('desk.update.send')}
      problem={problem}
      hasFiles
    >
      <MessageFields label={t('desk.update.text')} hint={t('desk.field.plain')} problem={problem} />
      <TownPhotos />
    </ActForm>
  )
}
