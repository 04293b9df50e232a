import { useEffect, useRef, useState } from 'react'
import { useTown } from '~/ui/town'
import { useWords } from '~/ui/words'
import { MapButtons } from './map-buttons'
import { exactZoom, type openPickerStage, type PickerStage } from './picker-stage'
import type { Place } from './quadkey'
import { StillMap } from './still-map'
import { useCrossWords } from './use-cross-words'
import { canLocate, useLocate } from './use-locate'

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
  const frame = useRef<HTMLElement>(null)
  const stage = useRef<PickerStage | null>(null)
  const [chosen, setChosen] = useState<Place | null>(place)
  const [isFar, setIsFar] = useState(false)
  const [isLive, setIsLive] = useState(false)
  const words = useCrossWords(isLive ? chosen : null)
  const { state: locating, locate } = useLocate((found) => stage.current?.goTo(found))
  const tell = useRef(onPlace)
  tell.current = onPlace

  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once for a town; where it starts is told below
  useEffect(() => {
    const container = frame.current
    if (!container) return
    const asking = new AbortController()
    const { signal } = asking
    const wanted: Parameters<typeof openPickerStage>[1] = {
      signal,
      town,
      place,
      onMove: (moved, zoom) => {
        setChosen(moved)
        setIsFar(zoom < exactZoom)
        tell.current?.(moved)
      },
    }
    // After the page is drawn, as on every page with a map.
    import('./picker-stage')
      .then(({ openPickerStage }) => openPickerStage(container, wanted))
      .then(
        (opened) => {
          if (signal.aborted) return opened.end()
          stage.current = opened
          setIsLive(true)
        },
        // The address, the lists and, without a map, the words of the place remain.
        () => {
          if (!signal.aborted) setIsLive(false)
        },
      )
    return () => {
      asking.abort()
      stage.current?.end()
      stage.current = null
    }
  }, [town.version])

  // Somebody found a street or a crossing: the cross goes there.
  const at = place ? `${place.lat},${place.lng}` : ''
  const before = useRef(at)
  useEffect(() => {
    if (before.current === at) return
    before.current = at
    setChosen(place)
    if (place) stage.current?.goTo(place)
  }, [at, place])

  return (
    <div className="place-picker">
      <p className="hint" id="place-picker-help">
        {t('map.pick.help')}
      </p>
      <div className="map-frame">
        <section
          ref={frame}
          className="map-stage"
          aria-label={t('map.pick.label')}
          aria-describedby="place-picker-help"
        />
        {place && (
          <div className="map-drawn">
            <StillMap {...place} size="page" alt={t('map.here')} state="here" />
          </div>
        )}
        {isLive && <Cross />}
        {isLive && (
          <MapButtons
            onZoom={(by) => stage.current?.zoom(by)}
            onLocate={canLocate() ? locate : null}
            isLocating={locating === 'looking'}
          />
        )}
        {town.attribution && <p className="map-attribution">{town.attribution}</p>}
      </div>
      <p
        className="place-picker-words"
        role="status"
        data-state={words.state === 'outside' ? 'outside' : words.state === 'at' ? undefined : 'quiet'}
      >
        {isLive && locating === 'failed' && t('map.locate.failed')}
        {isLive &&
          locating !== 'failed' &&
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
