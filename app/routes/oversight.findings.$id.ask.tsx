import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { askUnit } from '~/interactions/findings/ask-unit.server'
import { enter } from '~/safeguards/door.server'
import { Choice } from '~/ui/choice'
import { FindingForm } from '~/ui/oversight/finding-form'
import { useFinding } from '~/ui/oversight/finding-here'
import { useWords } from '~/ui/words'

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(askUnit, request, { id: params.id })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(`/oversight/findings/${params.id}?done=ask`)
}

export default function Ask() {
  const t = useWords()
  const problem = useActionData<typeof action>()
  const { canAsk } = useFinding()
  const whom = (['person', 'unit'] as const).filter((one) => canAsk[one])
  if (whom.length === 0) return <p>{t('finding.act.ask.nobody')}</p>
  return (
    <FindingForm act="ask" problem={problem}>
      <Choice
        name="askedTo"
        label={t('finding.act.ask.whom')}
        options={whom.map((one) => ({ value: one, label: t(`finding.act.ask.${one}`) }))}
        chosen={whom[0]}
      />
    </FindingForm>
  )
}
