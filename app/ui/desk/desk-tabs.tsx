import { NavLink } from '@remix-run/react'
import { useWords } from '../words'

/** The places of the desk: the cases, a report for somebody on the phone or at the counter, and what oversight asks. */
export function DeskTabs() {
  const t = useWords()
  return (
    <nav className="desk-tabs" aria-label={t('desk.tabs')}>
      <ul className="row">
        <li>
          <NavLink className="nav-link" to="/desk" end>
            <span>{t('desk.queue.title')}</span>
          </NavLink>
        </li>
        <li>
          <NavLink className="nav-link" to="/desk/intake">
            <span>{t('desk.intake.title')}</span>
          </NavLink>
        </li>
        <li>
          <NavLink className="nav-link" to="/desk/findings">
            <span>{t('desk.findings')}</span>
          </NavLink>
        </li>
      </ul>
    </nav>
  )
}
