import { z } from 'zod'
import { mapThemes, mostPins, stillSizes, zooms } from '~/map/picture-address'
import { isTile } from '~/map/quadkey'
import { issueStates } from '../issues/issue.input'
import { issueFilters } from '../issues/issue-filters.input'

const zoom = z.coerce.number().int().min(zooms.least).max(zooms.most)
const version = z.string().regex(/^\d{1,10}\.\d{1,6}$/)
const theme = z.enum(mapThemes)
const whole = z
  .string()
  .regex(/^\d{1,7}$/)
  .transform(Number)

/** One square of the map: `/map/tiles/7.1/light/14/4957/6059.png`. */
export const tileInput = z
  .object({ version, theme, z: zoom, x: whole, y: whole })
  .refine((tile) => isTile(tile), 'There is no such square.')

const sizes = Object.keys(stillSizes) as [keyof typeof stillSizes]
const degrees = (most: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}\.\d{5}$/)
    .transform(Number)
    .pipe(z.number().min(-most).max(most))
const lat = degrees(85)
const lng = degrees(180)

const pin = z
  .string()
  .regex(/^[a-z-]{1,20}@-?\d{1,2}\.\d{5},-?\d{1,3}\.\d{5}$/)
  .transform((words) => words.split(/[@,]/))
  .pipe(z.tuple([z.enum([...issueStates, 'here']), lat, lng]))
  .transform(([state, pinLat, pinLng]) => ({ state, lat: pinLat, lng: pinLng }))

/** A still map of the issues that a list shows: `/map/still/7.1/light/page/11/42.31648,-71.05718.png?issues=1&state=open`. */
export const stillIssuesInput = z
  .looseObject({ version, theme, size: z.enum(sizes), zoom, lat, lng })
  .transform(({ version, theme, size, zoom, lat, lng, ...rest }) => ({
    still: { version, theme, size, zoom, lat, lng },
    filters: { ...issueFilters.parse(rest), box: null, sort: 'newest' as const, after: null },
  }))

/** A still map: `/map/still/7.1/light/card/16/42.35500,-71.06600.png?pin=open@42.35500,-71.06600`. */
export const stillInput = z.object({
  version,
  theme,
  size: z.enum(sizes),
  zoom,
  lat,
  lng,
  pin: z.preprocess((sent) => [sent ?? []].flat(), z.array(pin).max(mostPins)),
})

const tilePath = /^(?<version>[^/]+)\/(?<theme>[^/]+)\/(?<z>[^/]+)\/(?<x>[^/]+)\/(?<y>[^/.]+)\.png$/
const stillPath =
  /^(?<version>[^/]+)\/(?<theme>[^/]+)\/(?<size>[^/]+)\/(?<zoom>[^/]+)\/(?<lat>[^/,]+),(?<lng>[^/,]+)\.png$/

/** What the rest of an address under /map/tiles/ asks for; nothing when it is no such address. */
export const tileAsked = (rest = '') => ({ ...rest.match(tilePath)?.groups })

/** The same under /map/still/. */
export const stillAsked = (rest = '') => ({ ...rest.match(stillPath)?.groups })
