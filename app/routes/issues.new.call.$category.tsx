import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { showEmergency } from '~/interactions/reports/form/show-emergency.server'
import { languageOf, translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { LinkButton } from '~/ui/button'
import { PageTitle } from '~/ui/page-title'
import { isPictogram, Pictogram } from '~/ui/pictogram'
import { PhoneWords } from '~/ui/report/phone-words'
import { stepPath } from '~/ui/report/step-path'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(showEmergency, request, { category: params.category })
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const title = translate(languageOf(request), 'report.emergency.title', { what: outcome.value.name })
  return { ...outcome.value, title }
}

export default function CallInstead() {
  const { title, pictogram, words } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <div className="report">
      <PageTitle title={title}>
        <p>{t('report.emergency.lead')}</p>
      </PageTitle>
      <div className="call" role="alert">
        <Pictogram name={isPictogram(pictogram) ? pictogram : 'warning'} size="large" />
        <p className="call-words" dir="auto">
          <PhoneWords text={words} />
        </p>
      </div>
      <p className="muted">{t('report.emergency.no-report')}</p>
      <div className="row">
        <LinkButton to={stepPath('category')} weight="secondary">
          {t('report.emergency.other')}
        </LinkButton>
        <LinkButton to="/" weight="quiet">
          {t('report.emergency.home')}
        </LinkButton>
      </div>
    </div>
  )
}
