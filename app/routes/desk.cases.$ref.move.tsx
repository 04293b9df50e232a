import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { moveCase } from '~/interactions/cases/move-case.server'
import { problemInWords, refusalInWords } from '~/interactions/cases/problem-in-words.server'
import { showDestinations } from '~/interactions/cases/show-destinations.server'
import { enter } from '~/safeguards/door.server'
import { ActForm } from '~/ui/desk/act-form'
import { KindSelect } from '~/ui/desk/kind-select'
import { MessageFields } from '~/ui/desk/message-fields'
import { useCase } from '~/ui/desk/use-case'
import { Select } from '~/ui/field'
import { useWords } from '~/ui/words'

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(showDestinations, request)
  if (!outcome.ok) throw await refusalInWords(request, outcome.problem)
  return outcome.value
}

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(moveCase, request, { ref: params.ref })
  if (!outcome.ok) return json(await problemInWords(request, outcome.problem), { status: outcome.problem.status })
  return redirect(`/desk/cases/${outcome.value.ref}?done=move`)
}

export default function Move() {
  const t = useWords()
  const { groups, areas } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const { case: here } = useCase()
  return (
    <ActForm title={t('desk.act.move')} about={t('desk.move.about')} send={t('desk.move.send')} problem={problem}>
      <KindSelect
        name="categoryKey"
        label={t('desk.move.kind')}
        none={t('desk.move.choose')}
        chosen={here.categoryKey}
        groups={groups}
      />
      <Select
        name="areaKey"
        label={t('desk.move.area')}
        none={t('desk.no-area')}
        defaultValue={here.areaKey ?? ''}
        options={areas.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <MessageFields label={t('desk.move.text')} hint={t('desk.move.hint')} problem={problem} />
    </ActForm>
  )
}
