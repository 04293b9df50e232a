import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { forgetDraft } from '~/interactions/reports/drafts/forget-draft.server'
import { showStart } from '~/interactions/reports/form/show-start.server'
import { draftTokenOf, forgottenDraft } from '~/platform/draft-cookie.server'
import { languageOf, translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { Button, LinkButton } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { PageTitle } from '~/ui/page-title'
import { stepPath } from '~/ui/report/step-path'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { search } = new URL(request.url)
  const outcome = await enter(showStart, request, { draftToken: draftTokenOf(request) })
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  // Nothing begun, or a place that came with the link: straight to the first question.
  if ((!outcome.value.begun && !outcome.value.sent) || /[?&]lat=/.test(search))
    throw redirect(`${stepPath('place')}${search}`)
  return { ...outcome.value, title: translate(languageOf(request), 'report.title') }
}

export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(forgetDraft, request, { draftToken: draftTokenOf(request) })
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(stepPath('place'), { headers: { 'Set-Cookie': forgottenDraft() } })
}

export default function StartReport() {
  const { sent, begun } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <div className="report">
      <PageTitle title={t('report.start.title')} />
      {sent && (
        <Notice tone="ok" title={t('report.start.sent')}>
          <p>{t('report.start.sent.detail')}</p>
        </Notice>
      )}
      {begun && (
        <Notice title={begun.place ? t('report.start.begun.at', { place: begun.place }) : t('report.start.begun')}>
          <p>{t('report.start.begun.detail')}</p>
        </Notice>
      )}
      <div className="row report-go">
        <LinkButton to={sent ?? stepPath(begun?.step ?? 'place')}>
          {sent ? t('report.start.sent.see') : t('report.start.go-on')}
        </LinkButton>
        <Form method="post">
          <Button weight="secondary">{sent ? t('report.start.new') : t('report.start.again')}</Button>
        </Form>
      </div>
    </div>
  )
}
