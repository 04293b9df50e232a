import { addressWith, type Box, type IssueFilters } from '~/interactions/issues/issue-filters-address.input'
import { zooms } from './picture-address'
import type { Place } from './quadkey'

export type View = Place & { zoom: number }

/** The part of the map that an address remembers: `at=42.35500,-71.06600,15`. Null when it names none that exists. */
export function viewFrom(search: string): View | null {
  const at = new URLSearchParams(search).get('at')?.match(/^(-?\d{1,2}\.\d{1,6}),(-?\d{1,3}\.\d{1,6}),(\d{1,2})$/)
  if (!at) return null
  const [lat, lng, zoom] = [Number(at[1]), Number(at[2]), Number(at[3])]
  const exists = Math.abs(lat) <= 85 && Math.abs(lng) <= 180 && zoom >= zooms.least && zoom <= zooms.most
  return exists ? { lat, lng, zoom } : null
}

/** The same address with this view in it. */
export function addressAt(address: string, { lat, lng, zoom }: View): string {
  const url = new URL(address)
  url.searchParams.delete('at')
  const rest = url.searchParams.toString()
  // Put together by hand: commas stay commas, so that people can read and shorten it.
  return `${url.pathname}?${rest ? `${rest}&` : ''}at=${lat.toFixed(5)},${lng.toFixed(5)},${zoom}${url.hash}`
}

/** What a person sees of the map: its middle, and its edges. */
export type InSight = { view: View; box: Box }

/** The address whose list holds what is in sight: the other filters stay, but a circle around a place no longer counts. */
export function addressInSight(here: string, filters: Partial<IssueFilters>, { view, box }: InSight): string {
  const { href, pathname } = new URL(here)
  const asked = addressWith(pathname, { ...filters, near: null, box, after: null })
  return addressAt(new URL(asked, href).href, view)
}
