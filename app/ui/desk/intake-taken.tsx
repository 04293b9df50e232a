import { Link } from '@remix-run/react'
import { Notice } from '../notice'
import { useWords } from '../words'

/** The reference, to be said or printed; sign by sign, as one says it on the phone. */
export function IntakeTaken({ reference }: { reference: string }) {
  const t = useWords()
  if (!/^[A-Z]{2,4}-[0-9A-Z]{2,8}(-[0-9A-Z]{2,8})?$/.test(reference)) return null
  return (
    <Notice tone="ok" title={t('desk.intake.taken')} live>
      <p className="reference">
        <bdi className="ref">{reference}</bdi>
      </p>
      <p className="muted">
        {t('desk.intake.say')}{' '}
        <bdi className="ref">{[...reference.replaceAll('-', ' ')].join(' ').replace(/ {3}/g, ' · ')}</bdi>
      </p>
      <p className="row">
        <Link to={`/issues/${reference}`}>{t('desk.intake.print')}</Link>
        <Link to={`/desk/cases/${reference}`}>{t('desk.intake.case')}</Link>
      </p>
    </Notice>
  )
}
