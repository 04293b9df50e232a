import { Form, Link } from '@remix-run/react'
import { Button } from '../button'
import { Field } from '../field'
import { useWords } from '../words'
import type { Intake } from './intake-page'
import { KindSelect } from './kind-select'

/** Where and what, as the caller says it. The best match is taken at once; the others stand beside it. */
export function IntakeWhere({ intake }: { intake: Intake }) {
  const t = useWords()
  const { asked, found, place, category, choices } = intake
  return (
    <section aria-label={t('desk.intake.where')}>
      <Form method="get" action="/desk/intake" className="queue-search" role="search">
        <Field
          name="q"
          type="search"
          label={t('desk.intake.place')}
          defaultValue={asked}
          key={`place ${asked}`}
          maxLength={120}
          autoComplete="off"
          // Whoever opens this page has somebody on the phone.
          autoFocus={!place}
        />
        <KindSelect
          key={`kind ${category?.key ?? ''}`}
          name="category"
          label={t('desk.intake.kind')}
          none={t('desk.move.choose')}
          chosen={category?.key}
          groups={choices.groups}
        />
        <div className="row">
          <Button weight={place && category ? 'secondary' : 'primary'}>{t('desk.intake.go')}</Button>
        </div>
      </Form>
      {asked && found.length === 0 && !place && <p className="tone-danger">{t('desk.intake.not-found')}</p>}
      {place && (
        <p>
          <strong>
            <bdi>{place.words || asked}</bdi>
          </strong>
          {place.area && (
            <>
              , <bdi>{place.area}</bdi>
            </>
          )}
        </p>
      )}
      {found.length > 1 && (
        <p className="small row">
          <span className="muted">{t('desk.intake.or')}</span>
          {found
            .filter(({ lat, lng }) => lat !== place?.lat || lng !== place.lng)
            .map(({ id, name, areaName, lat, lng }) => {
              const params = new URLSearchParams({ q: asked, lat: String(lat), lng: String(lng) })
              if (category) params.set('category', category.key)
              return (
                <Link key={id} to={`/desk/intake?${params}`}>
                  <bdi>{areaName ? `${name}, ${areaName}` : name}</bdi>
                </Link>
              )
            })}
        </p>
      )}
      {place && !category && <p className="muted">{t('desk.intake.choose-kind')}</p>}
    </section>
  )
}
