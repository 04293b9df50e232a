import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openStaff } from '~/interactions/administration/open-staff.server'
import { revokeMandate } from '~/interactions/mandates/revoke-mandate.server'
import { newOnce } from '~/platform/once.server'
import type { ProblemJson } from '~/platform/problems'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { ReasonField } from '~/ui/admin/reason-field'
import { Button } from '~/ui/button'
import { Form } from '~/ui/form'
import { OnceField } from '~/ui/once-field'
import { PageTitle } from '~/ui/page-title'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(openStaff, request, { id: params.id })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  const asked = Number(new URL(request.url).searchParams.get('mandate'))
  const { person, mandates } = outcome.value
  const mandate = mandates.find(({ id, revokedAt }) => id === asked && revokedAt === null)
  if (!mandate) throw redirect(`/admin/people/${person.id}`)
  return { title: titleFor(request, 'admin.mandate.revoke'), once: newOnce(), person, mandate: mandate.id }
}

export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(revokeMandate, request)
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(`/admin/people/${outcome.value.personId}?done=revoked`)
}

export default function Revoke() {
  const { once, person, mandate } = useLoaderData<typeof loader>()
  const problem = useActionData<unknown>() as ProblemJson | undefined
  const t = useWords()
  return (
    <div className="stack">
      <PageTitle
        title={t('admin.mandate.revoke')}
        back={{ to: `/admin/people/${person.id}`, label: person.name || person.jobTitle }}
      >
        {t('admin.mandate.revoke-lead', { id: mandate, name: person.name || person.jobTitle })}
      </PageTitle>
      <Form problem={problem}>
        <OnceField once={once} />
        <input type="hidden" name="mandate" value={mandate} />
        <ReasonField />
        <Button weight="danger">{t('admin.mandate.revoke')}</Button>
      </Form>
    </div>
  )
}
