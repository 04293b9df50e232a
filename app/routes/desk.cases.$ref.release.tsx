import { type ActionFunctionArgs, json, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { problemInWords } from '~/interactions/cases/problem-in-words.server'
import { releaseCase } from '~/interactions/cases/release-case.server'
import { enter } from '~/safeguards/door.server'
import { ActForm } from '~/ui/desk/act-form'
import { useWords } from '~/ui/words'

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(releaseCase, request, { ref: params.ref })
  if (!outcome.ok) return json(await problemInWords(request, outcome.problem), { status: outcome.problem.status })
  return redirect(`/desk/cases/${outcome.value.ref}?done=release`)
}

export default function Release() {
  const t = useWords()
  const problem = useActionData<typeof action>()
  return (
    <ActForm
      title={t('desk.act.release')}
      about={t('desk.release.about')}
      send={t('desk.act.release')}
      problem={problem}
    />
  )
}
