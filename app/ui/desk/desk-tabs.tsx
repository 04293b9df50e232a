import { NavLink } from '@remix-run/react'
import { useWords } from '../words'

/** The two places of the desk: the cases, and entering a report for somebody on the phone or at the counter. */
export function DeskTabs() {
  const t = useWords()
  return (
    <nav className="desk-tabs" aria-label={t('desk.tabs')}>
      <ul className="row">
        <li>
          <NavLink className="nav-link" to="/desk" end>
            {t('desk.queue.title')}
          </NavLink>
        </li>
        <li>
          <NavLink className="nav-link" to="/desk/intake">
            {t('desk.intake.title')}
          </NavLink>
        </li>
      </ul>
    </nav>
  )
}
