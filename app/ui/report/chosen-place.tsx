import type { Place } from '~/map/quadkey'
import { StillMap } from '~/map/still-map'
import { useWords } from '~/ui/words'

/** The place somebody chose, on a map that does not move: until the one that does is there. Posts lat and lng. */
export function ChosenPlace({ lat, lng, words }: Place & { words: string | null }) {
  const t = useWords()
  return (
    <>
      <div className="map-frame">
        <StillMap lat={lat} lng={lng} size="page" alt={t('map.here')} state="here" />
      </div>
      {words && (
        <p className="muted">
          <bdi>{t('report.place.chosen', { place: words })}</bdi>
        </p>
      )}
      <input type="hidden" name="lat" value={lat.toFixed(6)} readOnly />
      <input type="hidden" name="lng" value={lng.toFixed(6)} readOnly />
    </>
  )
}
