import { Link } from '@remix-run/react'
import { Details } from '../details'
import { useWords } from '../words'
import { PlaceChoice, type Spot } from './place-choice'
import { stepPath } from './step-path'

export type StreetListProps = {
  letters: readonly { letter: string; streets: number }[]
  letter: string
  streets: readonly { name: string; areaName: string | null }[]
  street: {
    name: string
    spots: readonly { areaName: string | null; lat: number; lng: number }[]
    crossings: readonly { crossStreet: string; areaName: string | null; lat: number; lng: number }[]
  } | null
}

/** The way to a place without map and without typing: a letter, a street, a crossing. */
export function StreetList({ letters, letter, streets, street }: StreetListProps) {
  const t = useWords()
  if (letters.length === 0) return null
  if (street) return <SpotsOnStreet street={street} />
  return (
    <Details summary={t('report.place.list')} open={letter !== ''} key={letter}>
      <p className="muted">{t('report.place.list.lead')}</p>
      <nav aria-label={t('report.place.list.letters')}>
        <ul className="letters">
          {letters.map((one) => (
            <li key={one.letter}>
              <Link
                to={`${stepPath('place')}?letter=${encodeURIComponent(one.letter)}`}
                preventScrollReset
                aria-current={one.letter === letter ? 'true' : undefined}
              >
                {one.letter}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {letter !== '' && (
        <nav aria-label={t('report.place.list.streets', { letter })}>
          <ul className="streets">
            {[...new Map(streets.map((one) => [one.name, one])).keys()].map((name) => (
              <li key={name}>
                <Link to={`${stepPath('place')}?street=${encodeURIComponent(name)}`}>
                  <bdi>{name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Details>
  )
}

function SpotsOnStreet({ street }: { street: NonNullable<StreetListProps['street']> }) {
  const t = useWords()
  const { name, spots, crossings } = street
  const all: Spot[] = [
    ...spots.map(({ areaName, lat, lng }) => ({
      key: `${lat},${lng}`,
      label: t('report.place.list.middle', { street: name }),
      hint: areaName,
      lat,
      lng,
    })),
    ...crossings.map(({ crossStreet, areaName, lat, lng }) => ({
      key: `${lat},${lng}`,
      label: t('report.place.list.crossing', { other: crossStreet }),
      hint: areaName,
      lat,
      lng,
    })),
  ]
  return (
    <section className="stack">
      <PlaceChoice label={t('report.place.list.spots', { street: name })} spots={all} />
      <p>
        <Link to={`${stepPath('place')}?letter=${encodeURIComponent(name.slice(0, 1).toUpperCase())}`}>
          {t('report.place.list.back')}
        </Link>
      </p>
    </section>
  )
}
