import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { closeFinding } from '~/interactions/findings/close-finding.server'
import { verdicts } from '~/interactions/findings/kinds'
import { enter } from '~/safeguards/door.server'
import { Choice } from '~/ui/choice'
import { FindingForm } from '~/ui/oversight/finding-form'
import { useWords } from '~/ui/words'

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(closeFinding, request, { id: params.id })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(`/oversight/findings/${params.id}?done=close`)
}

export default function Close() {
  const t = useWords()
  return (
    <FindingForm act="close" problem={useActionData<typeof action>()}>
      <Choice
        name="verdict"
        label={t('finding.act.close.verdict')}
        options={verdicts.map((one) => ({ value: one, label: t(`finding.verdict.${one}`) }))}
      />
    </FindingForm>
  )
}
