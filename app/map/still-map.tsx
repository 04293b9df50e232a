import { useTown } from '~/ui/town'
import { type StillPin, type StillSize, stillAddress, stillSizes } from './picture-address'

type StillMapProps = {
  lat: number
  lng: number
  /** 9 (the region) to 19 (a doorstep); 16 shows the streets around with their names. */
  zoom?: number
  /** row 320 x 200, card 560 x 320 (default), page 800 x 480; never wider than the room there is. */
  size?: StillSize
  /** What the picture shows, in words: "Map of Clarendon Street at Boylston Street". Empty beside words that say it. */
  alt: string
  /** The state of the issue that stands in the middle: draws its sign there. */
  state?: string
  /** More signs, at most 30. */
  pins?: readonly StillPin[]
  /** Draws the issues that these filters find (`filtersToParams(filters).toString()`), as on the live map; not with `pins`. */
  issues?: string
  isLazy?: boolean
}

/** A drawn map that needs no JavaScript, follows light, dark and high contrast, and prints. */
export function StillMap({
  lat,
  lng,
  zoom = 16,
  size = 'card',
  alt,
  state,
  pins = [],
  issues,
  isLazy = true,
}: StillMapProps) {
  const { version, attribution } = useTown()
  const signs = state ? [...pins, { lat, lng, state }] : pins
  const at = { townVersion: version, size, zoom, lat, lng, pins: signs, issues } as const
  const light = stillAddress({ ...at, theme: 'light' })
  return (
    <figure className="still-map">
      <picture>
        <source media="print" srcSet={light} />
        <source
          media="(prefers-contrast: more) and (prefers-color-scheme: dark)"
          srcSet={stillAddress({ ...at, theme: 'dark-contrast' })}
        />
        <source media="(prefers-contrast: more)" srcSet={stillAddress({ ...at, theme: 'light-contrast' })} />
        <source media="(prefers-color-scheme: dark)" srcSet={stillAddress({ ...at, theme: 'dark' })} />
        <img src={light} alt={alt} {...stillSizes[size]} loading={isLazy ? 'lazy' : undefined} decoding="async" />
      </picture>
      {attribution && <figcaption className="map-attribution">{attribution}</figcaption>}
    </figure>
  )
}
