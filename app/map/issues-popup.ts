import type * as Leaflet from 'leaflet'
import type { IssuePin } from './cluster-answer'
import { signElement } from './marker-elements'
import type { Stage } from './stage'

export type PopupWords = {
  pin: (pin: IssuePin) => string
  state: (pin: IssuePin) => string
  close: string
  several: (n: number) => string
  listed: string
}

const mostListed = 8

/** The issues at one place: a small list of links. Focus goes into it, and back to its sign when it closes. */
export function issuesPopup(
  { L, map }: Pick<Stage, 'L' | 'map'>,
  at: Leaflet.LatLng,
  pins: readonly IssuePin[],
  opener: HTMLElement,
  words: PopupWords,
  onOpen: (ref: string) => void,
  n = pins.length,
) {
  const body = document.createElement('div')
  body.className = 'map-popup-body'
  if (n > 1) body.append(paragraph(words.several(n)))
  if (pins.length > 0) body.append(list(pins.slice(0, mostListed), words, onOpen))
  if (n > Math.min(pins.length, mostListed)) body.append(listHere(map, words.listed))

  // Beside the buttons, which stand at the end of the line.
  const isMirrored = document.documentElement.dir === 'rtl'
  const popup = L.popup({
    className: 'map-popup',
    maxWidth: Math.min(300, map.getSize().x - 120),
    minWidth: 180,
    autoPanPaddingTopLeft: [isMirrored ? 76 : 16, 16],
    autoPanPaddingBottomRight: [isMirrored ? 16 : 76, 32],
  })
    .setLatLng(at)
    .setContent(body)
    .openOn(map)
  const frame = popup.getElement()
  // Leaflet's own button speaks English only.
  frame?.querySelector('.leaflet-popup-close-button')?.setAttribute('aria-label', words.close)
  frame?.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') map.closePopup(popup)
  })
  popup.on('remove', () => {
    if (frame?.contains(document.activeElement) || document.activeElement === document.body)
      opener.focus({ preventScroll: true })
  })
  body.querySelector('a')?.focus({ preventScroll: true })
}

function list(pins: readonly IssuePin[], words: PopupWords, onOpen: (ref: string) => void): HTMLElement {
  const items = document.createElement('ul')
  items.className = 'map-popup-list'
  for (const pin of pins) {
    const item = document.createElement('li')
    const link = document.createElement('a')
    link.href = `/issues/${encodeURIComponent(pin.ref)}`
    link.textContent = pin.title
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
      event.preventDefault()
      onOpen(pin.ref)
    })
    const text = document.createElement('div')
    text.append(link, paragraph(words.state(pin)))
    item.append(signElement(pin.state), text)
    items.append(item)
  }
  return items
}

/** A link to the list of what lies in sight. */
function listHere(map: Leaflet.Map, text: string): HTMLElement {
  const link = document.createElement('a')
  const params = new URLSearchParams(window.location.search)
  params.delete('at')
  params.set(
    'box',
    map
      .getBounds()
      .toBBoxString()
      .split(',')
      .map((degrees) => Number(degrees).toFixed(5))
      .join(','),
  )
  link.href = `/issues?${params}`
  link.textContent = text
  return link
}

function paragraph(text: string): HTMLParagraphElement {
  const element = document.createElement('p')
  element.textContent = text
  return element
}
