import type { ReactNode, RefObject } from 'react'
import { useTown } from '~/ui/town'
import { MapButtons } from './map-buttons'
import { canLocate, type useLocate } from './use-locate'
import type { Opened } from './use-stage'

type Zooming = { end: () => void; zoom: (by: 1 | -1) => void }
type MapFrameProps = {
  opened: Opened<Zooming>
  locating: ReturnType<typeof useLocate>
  label: string
  /** Id of the sentence that says how to use it. */
  helpId: string
  /** What is drawn by the server until the map is there, and what lies on it. */
  children: ReactNode
}

/** Where a map is drawn, with its buttons and whose data it shows. */
export function MapFrame({ opened: { frame, stage, state }, locating, label, helpId, children }: MapFrameProps) {
  const { attribution } = useTown()
  return (
    <div className="map-frame">
      <section
        ref={frame as RefObject<HTMLElement>}
        className="map-stage"
        aria-label={label}
        aria-describedby={helpId}
      />
      {children}
      {state === 'live' && (
        <MapButtons
          onZoom={(by) => stage.current?.zoom(by)}
          onLocate={canLocate() ? locating.locate : null}
          isLocating={locating.state === 'looking'}
        />
      )}
      {attribution && <p className="map-attribution">{attribution}</p>}
    </div>
  )
}
