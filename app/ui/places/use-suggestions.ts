import { useEffect, useState } from 'react'
import { addressOf, placesIn, questionIn, type SuggestedPlace } from './suggesting'

// Nobody reads what is found for half a word.
const restMs = 200

/** Places for what is typed, as soon as the typing rests. Null: nothing asked, no answer yet, or none to be had. */
export function useSuggestions(typed: string | null): SuggestedPlace[] | null {
  const [found, setFound] = useState<SuggestedPlace[] | null>(null)
  const asked = typed === null ? null : questionIn(typed)
  useEffect(() => {
    if (asked === null) {
      setFound(null)
      return
    }
    const asking = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(addressOf(asked), {
          signal: asking.signal,
          headers: { Accept: 'application/json' },
        })
        const places = response.ok ? placesIn(await response.json()) : null
        if (!asking.signal.aborted) setFound(places)
      } catch {
        // The button beside the box asks the same.
        if (!asking.signal.aborted) setFound(null)
      }
    }, restMs)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [asked])
  return found
}
