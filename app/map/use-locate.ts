import { useCallback, useState } from 'react'
import type { Place } from './quadkey'

type Locating = 'idle' | 'looking' | 'failed'

/** Where the person is, asked of their own device and only when they press the button. */
export function useLocate(onFound: (place: Place) => void) {
  const [state, setState] = useState<Locating>('idle')
  const locate = useCallback(() => {
    setState('looking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle')
        onFound({ lat: coords.latitude, lng: coords.longitude })
      },
      () => setState('failed'),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
    )
  }, [onFound])
  return { state, locate }
}

/** Whether this browser can tell: never on the server, and not on a page without encryption. */
export const canLocate = () => typeof navigator !== 'undefined' && 'geolocation' in navigator && window.isSecureContext
