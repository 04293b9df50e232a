import { Link } from '@remix-run/react'
import { useTown } from '../town'
import { useWords } from '../words'
import { phoneHref } from './phone-words'

/** The other way to report: somebody at the town, by phone. On every page of the form. */
export function ReportHelp() {
  const t = useWords()
  const { phone, hours } = useTown().contact
  return (
    <div className="report-help no-print">
      <p>
        {t('report.help')}{' '}
        {phone ? (
          <a href={phoneHref(phone)}>{t('report.help.phone', { phone })}</a>
        ) : (
          <Link to="/contact">{t('report.help.contact')}</Link>
        )}
      </p>
      {phone && hours && <p className="small">{hours}</p>}
      <p className="small">{t('report.save-first', { days: 30 })}</p>
    </div>
  )
}
