import { Form } from '@remix-run/react'
import { Button } from '../button'
import { useWords } from '../words'
import { stepPath } from './step-path'

/** Finds a street, a crossing or an address. The answer is a list on the same page, with and without scripts. */
export function PlaceSearch({ asked, example }: { asked: string; example: string | null }) {
  const t = useWords()
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
          <input
            key={asked}
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
          <Button weight="secondary">{t('report.place.search.button')}</Button>
        </div>
      </div>
    </Form>
  )
}
