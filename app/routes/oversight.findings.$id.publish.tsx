import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { publishFinding } from '~/interactions/findings/publish-finding.server'
import { ownNameOf } from '~/platform/languages'
import { enter } from '~/safeguards/door.server'
import { KeepsText } from '~/ui/desk/keeps-text'
import { Select } from '~/ui/field'
import { FindingForm } from '~/ui/oversight/finding-form'
import { useTown } from '~/ui/town'
import { useWords } from '~/ui/words'

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(publishFinding, request, { id: params.id })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(`/oversight/findings/${params.id}?done=publish`)
}

export default function Publish() {
  const t = useWords()
  const { languages } = useTown()
  const problem = useActionData<typeof action>()
  return (
    <FindingForm
      act="publish"
      problem={problem}
      after={
        <>
          <Select
            name="language"
            label={t('finding.act.publish.language')}
            options={languages.map((one) => ({ value: one, label: ownNameOf(one) }))}
            defaultValue={t.language}
            width="medium"
          />
          <KeepsText problem={problem} />
        </>
      }
    />
  )
}
