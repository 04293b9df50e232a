import { useEffect, useId, useState } from 'react'
import { useWords } from '../words'
import { nextAt, type SuggestedPlace } from './suggesting'
import { useSuggestions } from './use-suggestions'

type PlaceSuggestionsProps = {
  /** The box of a form that works without us: it stays the same element, with whatever was typed before we came. */
  input: HTMLInputElement
  onChoose: (place: SuggestedPlace) => void
}

/** Places under a search box while somebody types: the combobox of ARIA 1.2, for mouse, finger, keyboard and screen reader. */
export function PlaceSuggestions({ input, onChoose }: PlaceSuggestionsProps) {
  const t = useWords()
  const id = useId()
  // What was typed since the list was last closed; null: closed.
  const [typed, setTyped] = useState<string | null>(null)
  const [at, setAt] = useState(-1)
  const found = useSuggestions(typed)
  const places = typed === null ? null : found
  const isOpen = places !== null && places.length > 0
  const active = isOpen ? places[at] : undefined
  const optionId = (place: SuggestedPlace) => `${id}-${place.id}`

  const close = () => {
    setTyped(null)
    setAt(-1)
  }
  const choose = (place: SuggestedPlace) => {
    input.value = place.name
    close()
    onChoose(place)
  }

  useEffect(() => {
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-controls', id)
    return () => {
      for (const name of ['role', 'aria-autocomplete', 'aria-controls']) input.removeAttribute(name)
    }
  }, [input, id])

  const activeId = active && optionId(active)
  useEffect(() => {
    input.setAttribute('aria-expanded', String(isOpen))
    if (activeId) input.setAttribute('aria-activedescendant', activeId)
    else input.removeAttribute('aria-activedescendant')
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [input, isOpen, activeId])

  useEffect(() => {
    const write = () => {
      setAt(-1)
      setTyped(input.value)
    }
    const press = (event: KeyboardEvent) => {
      // Within a word that is still being put together these keys belong to the keyboard of that script.
      if (event.isComposing) return
      const { key } = event
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        if (isOpen) setAt((before) => nextAt(before, key, places.length))
        else setTyped(input.value)
      } else if (key === 'Enter' && active) choose(active)
      else if (key === 'Escape' && isOpen) close()
      else {
        // Sent as it is: an answer that comes now would only be in the way.
        if (key === 'Enter') close()
        return
      }
      event.preventDefault()
    }
    input.addEventListener('input', write)
    input.addEventListener('keydown', press)
    input.addEventListener('blur', close)
    return () => {
      input.removeEventListener('input', write)
      input.removeEventListener('keydown', press)
      input.removeEventListener('blur', close)
    }
  })

  return (
    <>
      <p role="status" className="visually-hidden">
        {places && t('map.suggest.count', { n: places.length })}
      </p>
      <div id={id} role="listbox" aria-label={t('map.suggest')} className="suggestions" hidden={!isOpen}>
        {(places ?? []).map((place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box keeps the focus and hears the keys; only mouse and finger come here
          <div
            key={place.id}
            id={optionId(place)}
            role="option"
            tabIndex={-1}
            aria-selected={place === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(place)}
          >
            <bdi>{place.name}</bdi>
            {place.areaName && (
              <>
                {' '}
                <span className="hint">
                  <bdi>{place.areaName}</bdi>
                </span>
              </>
            )}
          </div>
        ))}
      </div>
    </>
  )
}
