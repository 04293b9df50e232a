import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { seeSignIn } from '~/interactions/accounts/see-sign-in.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { Button } from '~/ui/button'
import { HiddenFields } from '~/ui/hidden-fields'
import { Notice } from '~/ui/notice'
import { PageTitle } from '~/ui/page-title'
import { useTown } from '~/ui/town'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeSignIn, request)
  if (!outcome.ok) throw json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return { title: titleFor(request, 'sign-in.sent.title'), ...outcome.value }
}

export default function SignInSent() {
  const { demoPeople, hasMailServer } = useLoaderData<typeof loader>()
  const t = useWords()
  const { isDemo } = useTown()
  const administrator = demoPeople.find(({ role }) => role === 'administrator')
  return (
    <div className="stack">
      <PageTitle title={t('sign-in.sent.title')}>{t('sign-in.sent.lead')}</PageTitle>
      <p>{t('sign-in.sent.once')}</p>
      <p>{t('sign-in.sent.nothing')}</p>
      {!hasMailServer && (
        <Notice tone={isDemo ? 'info' : 'warn'}>
          <p>{isDemo ? t('sign-in.sent.demo') : t('sign-in.sent.no-server')}</p>
          {administrator && (
            <Form method="post" action="/sign-in/demo" reloadDocument>
              <HiddenFields fields={{ personId: administrator.personId, next: '/admin/mailbox' }} />
              <Button weight="secondary">{t('sign-in.sent.demo-open')}</Button>
            </Form>
          )}
        </Notice>
      )}
      <p>
        <Link to="/sign-in">{t('sign-in.sent.again')}</Link>
      </p>
    </div>
  )
}
