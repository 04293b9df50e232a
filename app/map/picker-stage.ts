import type { TownHere } from '~/ui/town'
import type { Place } from './quadkey'
import { openStage, showTown } from './stage'

export type PickerStage = { goTo: (place: Place) => void; zoom: (by: 1 | -1) => void; end: () => void }

type Setting = {
  signal: AbortSignal
  town: TownHere
  place: Place | null
  onMove: (place: Place, zoom: number) => void
}

/** From here on a lamp post can be told from its neighbour. */
export const exactZoom = 16
const closeZoom = 18
const stepPx = 40
const smallStepPx = 4

/** A map under a cross that stays in the middle: whatever is under it is the place. */
export async function openPickerStage(
  container: HTMLElement,
  { signal, town, place, onMove }: Setting,
): Promise<PickerStage> {
  const stage = await openStage(container, { signal, townVersion: town.version, bounds: town.bounds })
  const { map } = stage
  if (place) map.setView([place.lat, place.lng], closeZoom)
  else if (town.bounds) showTown(stage, town.bounds)

  // Turning a phone moves the map as well; a place is chosen by a person.
  let isTouched = false
  const touched = () => {
    isTouched = true
  }
  const signsOfLife = ['pointerdown', 'keydown', 'wheel'] as const
  for (const sign of signsOfLife) container.addEventListener(sign, touched, { passive: true })
  map.on('moveend', () => {
    if (!isTouched) return
    const { lat, lng } = map.getCenter()
    onMove({ lat, lng }, map.getZoom())
  })
  // A tap or click says "here": the place comes under the cross, and closer when it is still far away.
  map.on('click', ({ latlng }) => {
    const zoom = map.getZoom()
    map.setView(latlng, zoom < exactZoom ? zoom + 2 : zoom)
  })
  // Leaflet's own arrow keys move by screens; pointing at a lamp post takes smaller steps.
  map.keyboard.disable()
  container.tabIndex = 0
  const keys = (event: KeyboardEvent) => {
    const step = event.shiftKey ? smallStepPx : stepPx
    const moves: Record<string, [number, number]> = {
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
    }
    const move = moves[event.key]
    const zoom = { '+': 1, '=': 1, '-': -1 }[event.key]
    if (move) map.panBy(move, { animate: false })
    else if (zoom) map.setZoom(map.getZoom() + zoom)
    else return
    event.preventDefault()
  }
  container.addEventListener('keydown', keys)
  return {
    goTo: ({ lat, lng }) => {
      touched()
      map.setView([lat, lng], Math.max(closeZoom, map.getZoom()))
    },
    zoom: (by) => map.setZoom(map.getZoom() + by),
    end: () => {
      container.removeEventListener('keydown', keys)
      for (const sign of signsOfLife) container.removeEventListener(sign, touched)
      stage.end()
    },
  }
}
