import { NavLink } from '@remix-run/react'
import { useWords } from '../words'

/** The two places of the desk: the cases, and taking in a report for somebody on the phone or at the counter. */
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
      </ul>
    </nav>
  )
}
