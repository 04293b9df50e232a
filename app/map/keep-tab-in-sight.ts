/**
 * Tab goes only to signs that are wholly in sight: not to those at the edge, which would move the frame, nor to those under
 * the buttons. Moving the map brings them forth.
 */
export function keepTabInSight(container: HTMLElement) {
  const frame = container.getBoundingClientRect()
  const covers = [...(container.parentElement?.querySelectorAll('.map-buttons, .map-attribution') ?? [])]
  const covered = covers.map((cover) => cover.getBoundingClientRect())
  for (const button of container.querySelectorAll<HTMLElement>('.map-marker > button')) {
    const place = button.getBoundingClientRect()
    const isInside =
      place.left >= frame.left && place.top >= frame.top && place.right <= frame.right && place.bottom <= frame.bottom
    button.tabIndex = isInside && !covered.some((cover) => touches(place, cover)) ? 0 : -1
  }
}

const touches = (one: DOMRect, other: DOMRect) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
