import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepPlace } from '~/interactions/reports/drafts/keep-place.server'
import { showPlaceStep } from '~/interactions/reports/form/show-place-step.server'
import { draftTokenOf, keptDraft } from '~/platform/draft-cookie.server'
import { languageOf, translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { Button } from '~/ui/button'
import { Form } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { ChosenPlace } from '~/ui/report/chosen-place'
import { PlaceChoice } from '~/ui/report/place-choice'
import { PlaceSearch } from '~/ui/report/place-search'
import { ReportStep } from '~/ui/report/report-step'
import { stepPath } from '~/ui/report/step-path'
import { StreetList } from '~/ui/report/street-list'
import { useTown } from '~/ui/town'
import { useLater } from '~/ui/use-later'
import { useWords } from '~/ui/words'

// The map comes after the page: whoever looks for a street by name need not wait for it.
const placePicker = () => import('~/map/place-picker').then(({ PlacePicker }) => PlacePicker)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(showPlaceStep, request, { draftToken: draftTokenOf(request) })
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const wereCookiesRefused = new URL(request.url).searchParams.has('again') && !draftTokenOf(request)
  return { ...outcome.value, wereCookiesRefused, title: translate(languageOf(request), 'report.place.title') }
}

export async function action({ request }: ActionFunctionArgs) {
  const { draftToken, cookie } = keptDraft(request)
  const outcome = await enter(keepPlace, request, { draftToken })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  // From a photo of something that was told already: only whether others nearby mean the same is asked anew.
  const isFromPhoto = new URL(request.url).searchParams.get('from') === 'photo'
  return redirect(stepPath(isFromPhoto ? 'nearby' : 'category'), { headers: { 'Set-Cookie': cookie } })
}

export default function WhereIsIt() {
  const { place, isOutside, search, example, list, wereCookiesRefused } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const t = useWords()
  const { name: town } = useTown()
  const PlacePicker = useLater(placePicker)
  const isChoosing = search !== null || list.street !== null || list.letter !== ''
  return (
    <ReportStep
      step="place"
      title={t('report.place.title')}
      lead={PlacePicker ? t('report.place.lead') : t('report.place.lead.no-map')}
    >
      {wereCookiesRefused && (
        <Notice tone="warn">
          <p>{t('report.cookies-off')}</p>
        </Notice>
      )}
      {isOutside && (
        <Notice tone="warn" title={t('problem.outside-town.title', { town })}>
          <p>{t('problem.outside-town.detail', { town })}</p>
        </Notice>
      )}
      <PlaceSearch asked={search?.asked ?? ''} example={example} />
      {search && (
        <section className="stack" aria-live="polite">
          <p>{t('report.place.found', { count: search.found.length, asked: search.asked })}</p>
          {search.found.length === 0 ? (
            <p className="muted">{t('report.place.found.none')}</p>
          ) : (
            <PlaceChoice
              label={t('report.place.which')}
              problem={problem}
              spots={search.found.map(({ id, name, areaName, lat, lng }) => ({
                key: String(id),
                label: name,
                hint: areaName,
                lat,
                lng,
              }))}
            />
          )}
        </section>
      )}
      {!isChoosing && (PlacePicker || place) && (
        <Form action={stepPath('place')} problem={problem}>
          {PlacePicker ? <PlacePicker place={place} /> : place && <ChosenPlace {...place} />}
          <div className="report-go">
            <Button>{t('report.place.use')}</Button>
          </div>
        </Form>
      )}
      <StreetList {...list} />
    </ReportStep>
  )
}
