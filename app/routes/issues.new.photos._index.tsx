import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { keepPhotosInDraft } from '~/interactions/reports/drafts/keep-photos.server'
import { showPhotos } from '~/interactions/reports/form/show-photos.server'
import { draftTokenOf, keptDraft } from '~/platform/draft-cookie.server'
import { languageOf, translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { Button } from '~/ui/button'
import { Form } from '~/ui/form'
import type { ElsewhereTaken } from '~/ui/photo-reading/far-from'
import { PhotoFields } from '~/ui/photos/photo-fields'
import { PhotoPlaceQuestion } from '~/ui/photos/photo-place-question'
import { ReportStep } from '~/ui/report/report-step'
import { stepPath } from '~/ui/report/step-path'
import { useTown } from '~/ui/town'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(showPhotos, request, { draftToken: draftTokenOf(request) })
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  if (outcome.value.goTo) throw redirect(`${stepPath(outcome.value.goTo)}?again`)
  return { ...outcome.value, title: translate(languageOf(request), 'report.photos.title') }
}

export async function action({ request }: ActionFunctionArgs) {
  const { draftToken, cookie } = keptDraft(request)
  const outcome = await enter(keepPhotosInDraft, request, { draftToken })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(stepPath(outcome.value.isStaying ? 'photos' : 'contact'), { headers: { 'Set-Cookie': cookie } })
}

export default function AddPhotos() {
  const { place, photos, most, photoPlace, chosen } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const t = useWords()
  const { bounds } = useTown()
  const [elsewhere, setElsewhere] = useState<ElsewhereTaken | 'kept' | null>(null)
  // The browser makes photos smaller before they leave, and with that empties them: it has to ask itself, and tells nobody.
  const look = async (added: readonly File[]) => {
    if (!chosen || elsewhere) return
    const reading = import('~/ui/photo-reading/far-from').then(({ farFrom }) => farFrom(chosen, bounds, added))
    // A photo that cannot be read asks nothing.
    setElsewhere(await reading.catch(() => null))
  }
  // One question at a time, as long as it is open and its photo is there.
  const isOpen = chosen !== null && photoPlace === null && photos.length > 0
  const own = isOpen && elsewhere !== 'kept' ? elsewhere : null
  return (
    <ReportStep
      step="photos"
      title={t('report.photos.title')}
      lead={t('report.photos.lead', { most })}
      back="details"
      place={place}
    >
      {photoPlace && <PhotoPlaceQuestion elsewhere={photoPlace} words={photoPlace.words} />}
      {own && <PhotoPlaceQuestion elsewhere={own} onKeep={() => setElsewhere('kept')} />}
      <Form encType="multipart/form-data" problem={problem}>
        <PhotoFields photos={photos} most={most} onChosen={look} />
        <div className="report-go">
          <Button>{photos.length === 0 ? t('report.photos.go-on-without') : t('report.go-on')}</Button>
        </div>
      </Form>
    </ReportStep>
  )
}
