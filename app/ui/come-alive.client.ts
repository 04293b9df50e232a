import { type ReactElement, useEffect } from 'react'

// React answers each of these at once, and for that finishes a page that is not alive yet in one go.
const answeredAtOnce =
  'auxclick change click compositionend compositionstart contextmenu copy cut dblclick dragend dragstart drop input keydown keypress keyup mousedown mouseup paste pointercancel pointerdown pointerup reset submit touchcancel touchend touchstart'.split(
    ' ',
  )
const leaveToBrowser = (event: Event) => event.stopPropagation()

/**
 * Until a page has come alive, what people do on it belongs to the browser: links and forms work without us. React would be
 * made to finish at once, while the page's data are still being read, and give up on the page (error 345).
 */
export function leaveEventsToBrowser() {
  for (const name of answeredAtOnce) window.addEventListener(name, leaveToBrowser, { capture: true })
}

/** Stands around the page and ends that as soon as the page is alive. Around, not beside: a sibling would change what `useId` gives. */
export function ComeAlive({ children }: { children: ReactElement }): ReactElement {
  useEffect(() => {
    for (const name of answeredAtOnce) window.removeEventListener(name, leaveToBrowser, { capture: true })
  }, [])
  return children
}
