import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepDetails } from '~/interactions/reports/drafts/keep-details.server'
import { showDetails } from '~/interactions/reports/form/show-details.server'
import { draftTokenOf, keptDraft } from '~/platform/draft-cookie.server'
import { languageOf, translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { Button } from '~/ui/button'
import { TextArea } from '~/ui/field'
import { Form } from '~/ui/form'
import { PrivateWords } from '~/ui/report/private-words'
import { QuestionFields } from '~/ui/report/question-fields'
import { ReportStep } from '~/ui/report/report-step'
import { stepPath } from '~/ui/report/step-path'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(showDetails, request, { draftToken: draftTokenOf(request) })
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  if (outcome.value.goTo) throw redirect(`${stepPath(outcome.value.goTo)}?again`)
  return { ...outcome.value, title: translate(languageOf(request), 'report.details.title') }
}

export async function action({ request }: ActionFunctionArgs) {
  const { draftToken, cookie } = keptDraft(request)
  const outcome = await enter(keepDetails, request, { draftToken })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(stepPath('photos'), { headers: { 'Set-Cookie': cookie } })
}

export default function TellUsMore() {
  const { place, category, questions, description, answers } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const t = useWords()
  return (
    <ReportStep
      step="details"
      title={t('report.details.title')}
      lead={t('report.details.lead', { category })}
      back="category"
      place={place}
    >
      <Form problem={problem}>
        <PrivateWords problem={problem} />
        <QuestionFields questions={questions} answers={answers} kept={problem?.kept} />
        <TextArea
          name="description"
          label={t('report.details.description')}
          hint={t('report.details.description.hint')}
          optional
          maxLength={2000}
          defaultValue={description}
        />
        <div className="report-go">
          <Button>{t('report.go-on')}</Button>
        </div>
      </Form>
    </ReportStep>
  )
}
