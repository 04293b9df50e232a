import { useEffect, useState } from 'react'
import type { Place } from './quadkey'

export type CrossWords = { state: 'none' | 'looking' | 'unknown' | 'outside' } | { state: 'at'; place: string }

type PlaceAnswer = { isInTown?: boolean; words?: string }

// Nobody needs the name of every street that passes under the cross.
const restMs = 350

/** The place under the cross in words, as soon as it rests: "Clarendon Street at Boylston Street", or that it is outside the town. */
export function useCrossWords(place: Place | null): CrossWords {
  const [words, setWords] = useState<CrossWords>({ state: 'none' })
  const at = place ? `lat=${place.lat.toFixed(5)}&lng=${place.lng.toFixed(5)}` : ''
  useEffect(() => {
    if (!at) return
    const asking = new AbortController()
    const timer = setTimeout(async () => {
      setWords((before) => (before.state === 'none' ? { state: 'looking' } : before))
      try {
        const response = await fetch(`/places.json?${at}`, {
          signal: asking.signal,
          headers: { Accept: 'application/json' },
        })
        const { isInTown, words: name } = (await response.json()) as PlaceAnswer
        if (isInTown === false) setWords({ state: 'outside' })
        else setWords(name ? { state: 'at', place: name } : { state: 'unknown' })
      } catch {
        // The place itself is what counts; its name is a comfort.
        if (!asking.signal.aborted) setWords({ state: 'unknown' })
      }
    }, restMs)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [at])
  return words
}
