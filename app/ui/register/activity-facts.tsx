import { Link } from '@remix-run/react'
import type { ActivityEntry } from '~/interactions/register/register-pages'
import { Facts } from '../facts'
import { useTown } from '../town'
import { useWords } from '../words'
import { keptWords } from './kept-words'

/** One use of personal data, as a person reads it: who, why, on what ground, which data, how long, who sees them. */
export function ActivityFacts({ activity, isPageOfItsOwn }: { activity: ActivityEntry; isPageOfItsOwn?: boolean }) {
  const t = useWords()
  const { name, contact } = useTown()
  const { id, legalBasis, personalData, version, validFrom, validUntil } = activity
  // A version is valid from a date, not from an hour in some time zone.
  const dayOf = (at: string) => t.intl.formatDate(at, { timeZone: 'UTC', dateStyle: 'long' })
  const listOf = (kind: string, names: readonly string[]) => (
    <WordList words={names.map((one) => t(`activity.${kind}.${one}`))} />
  )
  return (
    <Facts
      facts={[
        {
          term: t('register.who'),
          value: (
            <>
              {t('register.who-town', { town: name })}{' '}
              {contact.email && t('register.who-contact', { email: contact.email })}
            </>
          ),
        },
        { term: t('register.purpose'), value: t(`activity.${id}.purpose`) },
        { term: t('register.ground'), value: t(`activity.ground.${legalBasis}`) },
        { term: t('register.subjects'), value: listOf('subject', activity.dataSubjects) },
        {
          term: t('register.data'),
          value: (
            <WordList
              words={personalData.map(({ category, retention }) =>
                t('register.data-kept', { data: t(`activity.category.${category}`), kept: keptWords(t, retention) }),
              )}
            />
          ),
        },
        { term: t('register.recipients'), value: listOf('recipient', activity.recipients) },
        { term: t('register.measures'), value: listOf('measure', activity.measures) },
        { term: t('register.uses'), value: listOf('use', activity.purposesOfUse) },
        ...(activity.compatiblePurposes.length > 0
          ? [{ term: t('register.compatible'), value: listOf('use', activity.compatiblePurposes) }]
          : []),
        {
          term: t('register.check-version'),
          value: (
            <>
              {t('register.version', { n: version, from: dayOf(validFrom) })}
              {validUntil && <> {t('register.version-until', { until: dayOf(validUntil) })}</>}
              {!isPageOfItsOwn && (
                <>
                  {' '}
                  <Link to={`/register/activities/${id}/versions/${version}`}>{t('register.version-link')}</Link>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

function WordList({ words }: { words: readonly string[] }) {
  const [only, second] = words
  if (second === undefined) return <>{only}</>
  return (
    <ul className="plain-list">
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  )
}
