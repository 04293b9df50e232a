import { Form, useNavigate } from '@remix-run/react'
import { useState } from 'react'
import { Button } from '../button'
import { useLater } from '../use-later'
import { useWords } from '../words'
import { stepPath } from './step-path'

const placeSuggestions = () => import('../places/place-suggestions').then(({ PlaceSuggestions }) => PlaceSuggestions)

/**
 * Finds a street, a crossing or an address. The answer is a list on the same page, with and without scripts; with them
 * places are offered while somebody types, and the one they choose lies under the cross of the map.
 */
export function PlaceSearch({ asked, example }: { asked: string; example: string | null }) {
  const t = useWords()
  const navigate = useNavigate()
  const [input, setInput] = useState<HTMLInputElement | null>(null)
  const Suggestions = useLater(placeSuggestions)
  return (
    <Form method="get" action={stepPath('place')} className="search" role="search">
      <div className="field">
        <label className="label" htmlFor="q">
          {t('report.place.search')}
        </label>
        {example && (
          <div className="hint" id="q-hint">
            {t('report.place.search.hint', { example })}
          </div>
        )}
        <div className="search-line">
          <div className="search-box">
            <input
              key={asked}
              ref={setInput}
              className="input"
              id="q"
              name="q"
              type="search"
              dir="auto"
              maxLength={120}
              defaultValue={asked}
              autoComplete="off"
              aria-describedby={example ? 'q-hint' : undefined}
            />
            {Suggestions && input && (
              <Suggestions
                input={input}
                onChoose={({ lat, lng }) =>
                  navigate(`${stepPath('place')}?point=${lat.toFixed(6)},${lng.toFixed(6)}`, {
                    preventScrollReset: true,
                  })
                }
              />
            )}
          </div>
          <Button weight="secondary">{t('report.place.search.button')}</Button>
        </div>
      </div>
    </Form>
  )
}
