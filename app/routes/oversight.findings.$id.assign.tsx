import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { assignFinding } from '~/interactions/findings/assign-finding.server'
import { enter } from '~/safeguards/door.server'
import { Select } from '~/ui/field'
import { FindingForm } from '~/ui/oversight/finding-form'
import { useFinding } from '~/ui/oversight/finding-here'
import { useWords } from '~/ui/words'

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(assignFinding, request, { id: params.id })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(`/oversight/findings/${params.id}?done=assign`)
}

export default function Assign() {
  const t = useWords()
  const { officers, ownId } = useFinding()
  return (
    <FindingForm act="assign" problem={useActionData<typeof action>()}>
      <Select
        name="officerId"
        label={t('finding.act.assign.officer')}
        options={officers.map(({ id, label, jobTitle }) => ({
          value: id,
          label: id === ownId ? t('finding.act.assign.me') : `${jobTitle} ${label}`,
        }))}
        defaultValue={ownId ?? ''}
      />
    </FindingForm>
  )
}
