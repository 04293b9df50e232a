import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { declineChange } from '~/interactions/administration/settle-change.server'
import type { ProblemJson } from '~/platform/problems'
import { enter } from '~/safeguards/door.server'
import { ReasonField } from '~/ui/admin/reason-field'
import { Button } from '~/ui/button'
import { Form } from '~/ui/form'
import { onlyOne } from '~/ui/form-problem'
import { HiddenFields } from '~/ui/hidden-fields'
import { PageTitle } from '~/ui/page-title'
import { useWords } from '~/ui/words'

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(declineChange, request, { id: params.id })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect('/admin/changes?done=declined')
}

/** The form once more, with what does not fit: a change is not declined without a reason. */
export default function Decline() {
  const t = useWords()
  const { id } = useParams()
  const problem = useActionData<unknown>() as ProblemJson | undefined
  return (
    <div className="stack">
      <PageTitle
        title={t('admin.change.decline')}
        back={{ to: `/admin/changes/${id}`, label: t('admin.change.back') }}
      />
      <Form problem={problem}>
        <HiddenFields fields={{ version: onlyOne(problem?.kept?.version) ?? '' }} />
        <ReasonField />
        <Button weight="danger">{t('admin.change.decline')}</Button>
      </Form>
    </div>
  )
}
