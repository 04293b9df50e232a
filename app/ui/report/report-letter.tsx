import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { lastMomentOf } from '~/interactions/issues/issue.input'
import { StillMap } from '~/map/still-map'
import { fullDate } from '../dates'
import { useTown } from '../town'
import { useWords } from '../words'
import { draftPhotoPath } from './draft-photo-path'
import { type Said, SaidAnswer } from './said-answer'
import { type FormStep, stepPath } from './step-path'

export type ReportLetterProps = {
  town: string
  place: { lat: number; lng: number; words: string }
  category: { name: string; hasPromise: boolean }
  dueAt: Date | string
  details: { description: string }
  answers: readonly Said[]
  photos: readonly { key: string; width: number; height: number; alt: string }[]
  contact: {
    name: string
    email: string
    phone: string
    isNamePublic: boolean
    mayShareContact: boolean
    wantsNews: boolean
  }
  isSignedIn: boolean
}

/** The report as a letter to the town, each part with a way back to the page where it was said. */
export function ReportLetter({
  town,
  place,
  category,
  dueAt,
  details,
  answers,
  photos,
  contact,
  isSignedIn,
}: ReportLetterProps) {
  const t = useWords()
  const { now } = useTown()
  const { name, email, phone, isNamePublic, mayShareContact, wantsNews } = contact
  const lastDay = lastMomentOf(dueAt)
  const date = fullDate(lastDay, { locale: t.intl.locale, timezone: t.timezone }, new Date(now))
  const ways = [email, phone].filter(Boolean)
  return (
    <article className="letter stack">
      <p className="letter-to">{t('report.check.to', { town })}</p>
      <Part edit="category">
        <p>
          <strong>{t('report.check.there-is', { category: category.name })}</strong>
        </p>
      </Part>
      <Part edit="place">
        <p>{place.words ? t('report.check.where', { place: isolated(place.words) }) : t('report.check.where.pin')}</p>
        <StillMap lat={place.lat} lng={place.lng} size="card" state="here" alt={t('report.check.map')} isLazy={false} />
      </Part>
      <Part edit="details">
        {details.description ? (
          <p className="letter-text" dir="auto">
            {details.description}
          </p>
        ) : (
          answers.length === 0 && <p className="muted">{t('report.check.no-description')}</p>
        )}
        {answers.length > 0 && (
          <dl className="facts">
            {answers.map((answer) => (
              <div key={answer.key}>
                <dt>{answer.label}</dt>
                <dd dir="auto">
                  <SaidAnswer answer={answer} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Part>
      <Part edit="photos">
        <p>{t('report.check.photos', { count: photos.length })}</p>
        {photos.length > 0 && (
          <ul className="photos">
            {photos.map(({ key, width, height, alt }, at) => (
              <li key={key} className="photo">
                <img
                  src={`${draftPhotoPath(key)}?size=small`}
                  width={width}
                  height={height}
                  alt={alt || t('report.photos.number', { n: at + 1 })}
                />
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part edit="contact">
        <p>
          {t('report.check.from')}:{' '}
          <bdi>{name || (isSignedIn ? t('report.check.account') : t('report.check.nobody'))}</bdi>
        </p>
        {!isSignedIn && (
          <p>
            {ways.length > 0
              ? t('report.check.reach', { ways: t.intl.formatList(ways.map(isolated)) })
              : t('report.check.no-reach')}
          </p>
        )}
        {(email || isSignedIn) && <p>{wantsNews ? t('report.check.news') : t('report.check.no-news')}</p>}
        {name && <p>{isNamePublic ? t('report.check.name-shown') : t('report.check.name-hidden')}</p>}
        {(ways.length > 0 || isSignedIn) && (
          <p>{mayShareContact ? t('report.check.shared') : t('report.check.not-shared')}</p>
        )}
      </Part>
      <p className="letter-foot">
        {category.hasPromise ? t('report.check.promise', { date }) : t('report.check.expectation', { date })}
      </p>
    </article>
  )
}

// Keeps a name or an address of another script from turning the sentence around it.
const isolated = (text: string) => `\u2068${text}\u2069`

function Part({ edit, children }: { edit: FormStep; children: ReactNode }) {
  const t = useWords()
  return (
    <div className="letter-part">
      <div className="stack">{children}</div>
      <Link to={stepPath(edit)} aria-label={t('report.change.what', { what: t(`report.check.edit.${edit}`) })}>
        {t('report.change')}
      </Link>
    </div>
  )
}
