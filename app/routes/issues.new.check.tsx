import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { receiptPath } from '~/interactions/reports/follow-link.server'
import { showCheck } from '~/interactions/reports/form/show-check.server'
import { reportIssue } from '~/interactions/reports/report-issue.server'
import { draftTokenOf } from '~/platform/draft-cookie.server'
import { languageOf, translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { Button } from '~/ui/button'
import { Form } from '~/ui/form'
import { HiddenFields } from '~/ui/hidden-fields'
import { OnceField } from '~/ui/once-field'
import { HumanFields } from '~/ui/report/human-fields'
import { PrivateWords } from '~/ui/report/private-words'
import { ReportLetter } from '~/ui/report/report-letter'
import { ReportStep } from '~/ui/report/report-step'
import { stepPath } from '~/ui/report/step-path'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(showCheck, request, { draftToken: draftTokenOf(request) })
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  // Sent before, and the answer got lost: the start of the form knows where the receipt is.
  if (outcome.value.isSent) throw redirect('/issues/new')
  if (outcome.value.goTo) throw redirect(`${stepPath(outcome.value.goTo)}?again`)
  return { ...outcome.value, title: translate(languageOf(request), 'report.check.title') }
}

export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(reportIssue, request, { draftToken: draftTokenOf(request) })
  if (outcome.ok) return redirect(receiptPath(outcome.value.reportId))
  const { problem } = outcome
  if (problem.type === 'sent-before') return redirect('/issues/new')
  return Response.json(problem.toJSON(), { status: problem.status })
}

export default function ReadItOnceMore() {
  const { once, stamp, town, ...report } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const t = useWords()
  const { place, category, details, contact } = report
  return (
    <ReportStep step="check" title={t('report.check.title')} lead={t('report.check.lead')} back="contact">
      <Form problem={problem}>
        <PrivateWords problem={problem} />
        <ReportLetter town={town} {...report} />
        <OnceField once={once} />
        <HumanFields stamp={stamp} />
        <HiddenFields
          fields={{
            lat: place.lat,
            lng: place.lng,
            category: category.key,
            description: details.description,
            privacy: details.keptSensitiveText ? 'keep' : null,
            name: contact.name,
            email: contact.email,
            phone: contact.phone,
            isNamePublic: contact.isNamePublic ? 'yes' : null,
            mayShareContact: contact.mayShareContact ? 'yes' : null,
            wantsNews: contact.wantsNews ? 'yes' : null,
            letterLanguage: contact.letterLanguage,
            noticeVersion: contact.noticeVersion,
            noticeLanguage: contact.noticeLanguage,
            ...answerFields(details.answers),
          }}
        />
        <div className="report-go">
          <Button>{t('report.check.send', { town })}</Button>
          <p className="muted small">{t('report.check.after')}</p>
        </div>
      </Form>
    </ReportStep>
  )
}

const answerFields = (answers: Record<string, string | string[]>) =>
  Object.fromEntries(Object.entries(answers).map(([key, value]) => [`answers.${key}`, value]))
