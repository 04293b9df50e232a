import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { assignCase } from '~/interactions/cases/assign-case.server'
import { listColleagues } from '~/interactions/cases/list-colleagues.server'
import { problemInWords, refusalInWords } from '~/interactions/cases/problem-in-words.server'
import { enter } from '~/safeguards/door.server'
import { Choice } from '~/ui/choice'
import { ActForm } from '~/ui/desk/act-form'
import { useWords } from '~/ui/words'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(listColleagues, request, { ref: params.ref })
  if (!outcome.ok) throw await refusalInWords(request, outcome.problem)
  return outcome.value
}

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(assignCase, request, { ref: params.ref })
  if (!outcome.ok) return json(await problemInWords(request, outcome.problem), { status: outcome.problem.status })
  return redirect(`/desk/cases/${outcome.value.ref}?done=assign`)
}

export default function Assign() {
  const t = useWords()
  const { colleagues } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  return (
    <ActForm
      title={t('desk.act.assign')}
      about={colleagues.length > 0 ? t('desk.assign.about') : t('desk.assign.nobody')}
      send={colleagues.length > 0 ? t('desk.assign.send') : null}
      problem={problem}
    >
      {colleagues.length > 0 && (
        <Choice
          name="assigneeId"
          label={t('desk.assign.who')}
          options={colleagues.map(({ id, name, jobTitle, department }) => ({
            value: id,
            label: name || jobTitle,
            hint: [name ? jobTitle : '', department].filter(Boolean).join(' · '),
          }))}
        />
      )}
    </ActForm>
  )
}
