import { useEffect, useRef, useState } from 'react'
import { useTown } from '~/ui/town'
import { useWords } from '~/ui/words'
import { MapFrame } from './map-frame'
import { exactZoom, type PickerStage } from './picker-stage'
import type { Place } from './quadkey'
import { StillMap } from './still-map'
import { useCrossWords } from './use-cross-words'
import { useLocate } from './use-locate'
import { useStage } from './use-stage'

export type PlacePickerProps = {
  /** The place chosen before (from the draft, an address search or a crossing); null: none yet. */
  place: Place | null
  /** Names of the hidden inputs that are posted; default `lat` and `lng`. */
  names?: { lat: string; lng: string }
  /** What is drawn and said beside it as soon as somebody moves the cross. */
  onPlace?: (place: Place) => void
}

/** A resident points at the place: a cross moved by finger, mouse or arrow keys, or their own position. Lives inside your form; posts lat and lng. */
export function PlacePicker({ place, names = { lat: 'lat', lng: 'lng' }, onPlace }: PlacePickerProps) {
  const t = useWords()
  const town = useTown()
  const [chosen, setChosen] = useState<Place | null>(place)
  const [isFar, setIsFar] = useState(false)
  const tell = useRef(onPlace)
  tell.current = onPlace
  // Where there is no map, the address, the lists and the words of the place remain.
  const opened = useStage<PickerStage>(async (container, signal) => {
    const { openPickerStage } = await import('./picker-stage')
    return openPickerStage(container, {
      signal,
      town,
      place,
      onMove: (moved, zoom) => {
        setChosen(moved)
        setIsFar(zoom < exactZoom)
        tell.current?.(moved)
      },
    })
  }, String(town.version))
  const { stage } = opened
  const isLive = opened.state === 'live'
  const words = useCrossWords(isLive ? chosen : null)
  const locating = useLocate((found) => stage.current?.goTo(found))

  // Somebody found a street or a crossing: the cross goes there.
  const at = place ? `${place.lat},${place.lng}` : ''
  const before = useRef(at)
  useEffect(() => {
    if (before.current === at) return
    before.current = at
    setChosen(place)
    if (place) stage.current?.goTo(place)
  }, [at, place, stage])

  return (
    <div className="place-picker">
      <p className="hint" id="place-picker-help">
        {t('map.pick.help')}
      </p>
      <MapFrame opened={opened} locating={locating} label={t('map.pick.label')} helpId="place-picker-help">
        {place && (
          <div className="map-drawn">
            <StillMap {...place} size="page" alt={t('map.here')} state="here" />
          </div>
        )}
        {isLive && <Cross />}
      </MapFrame>
      <p
        className="place-picker-words"
        role="status"
        data-state={words.state === 'outside' ? 'outside' : words.state === 'at' ? undefined : 'quiet'}
      >
        {isLive && locating.state === 'failed' && t('map.locate.failed')}
        {isLive &&
          locating.state !== 'failed' &&
          (words.state === 'at'
            ? t('map.pick.at', { place: words.place })
            : t(`map.pick.${words.state}`, { town: town.name }))}
      </p>
      {isLive && chosen && isFar && <p className="hint">{t('map.pick.closer')}</p>}
      <input type="hidden" name={names.lat} value={chosen?.lat.toFixed(6) ?? ''} readOnly />
      <input type="hidden" name={names.lng} value={chosen?.lng.toFixed(6) ?? ''} readOnly />
    </div>
  )
}

const arms = 'M32 4v20M32 40v20M4 32h20M40 32h20'

const Cross = () => (
  <div className="map-cross">
    <svg viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path className="map-cross-edge" d={arms} />
      <path d={arms} />
      <circle cx="32" cy="32" r="2.5" />
    </svg>
  </div>
)
