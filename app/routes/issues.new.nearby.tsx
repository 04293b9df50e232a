import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { keepOther } from '~/interactions/reports/drafts/keep-other.server'
import { showNearby } from '~/interactions/reports/form/show-nearby.server'
import { draftTokenOf, keptDraft } from '~/platform/draft-cookie.server'
import { languageOf, translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { Button } from '~/ui/button'
import { Form } from '~/ui/form'
import { NearbyIssues } from '~/ui/report/nearby-issues'
import { ReportStep } from '~/ui/report/report-step'
import { stepPath } from '~/ui/report/step-path'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(showNearby, request, { draftToken: draftTokenOf(request) })
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  if (outcome.value.goTo) throw redirect(`${stepPath(outcome.value.goTo)}?again`)
  // Nothing like it around: there is nothing to ask.
  if (outcome.value.issues.length === 0) throw redirect(stepPath('details'))
  return { ...outcome.value, title: translate(languageOf(request), 'report.nearby.title') }
}

export async function action({ request }: ActionFunctionArgs) {
  const { draftToken } = keptDraft(request)
  const outcome = await enter(keepOther, request, { draftToken })
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(stepPath('details'))
}

export default function IsItOneOfThese() {
  const { place, lat, lng, radiusM, issues } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <ReportStep
      step="nearby"
      title={t('report.nearby.title')}
      lead={t('report.nearby.lead', { count: issues.length, metres: radiusM })}
      back="category"
      place={place}
    >
      <NearbyIssues at={{ lat, lng }} issues={issues} />
      <Form>
        <div className="report-go">
          <Button>{t('report.nearby.none')}</Button>
        </div>
      </Form>
    </ReportStep>
  )
}
