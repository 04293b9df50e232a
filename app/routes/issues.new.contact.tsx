import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepContact } from '~/interactions/reports/drafts/keep-contact.server'
import { showContact } from '~/interactions/reports/form/show-contact.server'
import { draftTokenOf, keptDraft } from '~/platform/draft-cookie.server'
import { languageOf, translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { Button } from '~/ui/button'
import { Form } from '~/ui/form'
import { ContactFields } from '~/ui/report/contact-fields'
import { InformationNotice } from '~/ui/report/information-notice'
import { ReportStep } from '~/ui/report/report-step'
import { stepPath } from '~/ui/report/step-path'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(showContact, request, { draftToken: draftTokenOf(request) })
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  if (outcome.value.goTo) throw redirect(`${stepPath(outcome.value.goTo)}?again`)
  return { ...outcome.value, title: translate(languageOf(request), 'report.contact.title') }
}

export async function action({ request }: ActionFunctionArgs) {
  const { draftToken, cookie } = keptDraft(request)
  const outcome = await enter(keepContact, request, { draftToken })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(stepPath('check'), { headers: { 'Set-Cookie': cookie } })
}

export default function HowCanWeReachYou() {
  const { place, contact, isSignedIn, notice, languages } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const t = useWords()
  return (
    <ReportStep
      step="contact"
      title={t('report.contact.title')}
      lead={isSignedIn ? t('report.contact.signed-in') : t('report.contact.lead')}
      back="photos"
      place={place}
      wide
    >
      <Form problem={problem} classes="report-contact">
        <div className="form">
          <ContactFields values={contact} languages={languages} isSignedIn={isSignedIn} />
        </div>
        <InformationNotice notice={notice} />
        <div className="report-go">
          <Button>{t('report.go-on')}</Button>
        </div>
      </Form>
    </ReportStep>
  )
}
