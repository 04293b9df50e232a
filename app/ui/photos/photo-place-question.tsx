import { Form } from '@remix-run/react'
import { Button } from '../button'
import { HiddenFields } from '../hidden-fields'
import { Notice } from '../notice'
import { stepPath } from '../report/step-path'
import { useWords } from '../words'

type PhotoPlaceQuestionProps = {
  elsewhere: { lat: number; lng: number; metres: number }
  /** What it is called; a browser that found it by itself asks nobody for its name. */
  words?: string
  /** The place never left the browser, so there is nothing to delete elsewhere. */
  onKeep?: () => void
}

/** A photo was taken elsewhere than the writer pointed: which is right? Both answers weigh the same. */
export function PhotoPlaceQuestion({ elsewhere, words, onKeep }: PhotoPlaceQuestionProps) {
  const t = useWords()
  const { lat, lng, metres } = elsewhere
  const title = words
    ? t('report.photo-place.title', { place: words, metres })
    : t('report.photo-place.title.unnamed', { metres })
  return (
    <Notice title={<bdi>{title}</bdi>} live>
      <div className="stack">
        <div className="row">
          {onKeep ? (
            <Button type="button" weight="secondary" onClick={onKeep}>
              {t('report.photo-place.keep')}
            </Button>
          ) : (
            <Form method="post" action={`${stepPath('photos')}/keep-place`} preventScrollReset>
              <Button weight="secondary">{t('report.photo-place.keep')}</Button>
            </Form>
          )}
          <Form method="post" action={`${stepPath('place')}?from=photo`}>
            <HiddenFields fields={{ lat: lat.toFixed(6), lng: lng.toFixed(6) }} />
            <Button weight="secondary">{t('report.photo-place.use')}</Button>
          </Form>
        </div>
        <p className="small muted">{t(onKeep ? 'report.photo-place.private.here' : 'report.photo-place.private')}</p>
      </div>
    </Notice>
  )
}
