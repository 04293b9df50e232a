import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { BrandMark } from './brand-mark'
import { LinkButton } from './button'
import { type Destination, isHere } from './destinations'
import { LanguageLinks, LanguageMenu } from './languages'
import { Pictogram } from './pictogram'
import { useWords } from './words'

type PageShellProps = {
  town: string
  languages: readonly string[]
  navigation: readonly Destination[]
  footer: readonly Destination[]
  /** The one strong act of the platform: report an issue. */
  act?: Destination
  /** Who is signed in, and the form that signs out. */
  account?: ReactNode
  /** Staff pages stand closer together; they load desk.css. */
  desk?: boolean
  children: ReactNode
}

/** What surrounds every page: the way past the menu, the town, where to go, other languages, and what happens to data. */
export function PageShell({ town, languages, navigation, footer, act, account, desk, children }: PageShellProps) {
  const t = useWords()
  const { pathname } = useLocation()
  const isActHere = act !== undefined && isHere(act.to, pathname)
  return (
    <div className={desk ? 'shell desk' : 'shell'}>
      <a className="skip" href="#main">
        {t('common.skip')}
      </a>
      <header className="header">
        <div className="page">
          <Link className="brand" to="/">
            <BrandMark />
            {t('common.brand', { town })}
          </Link>
          <nav className="nav" aria-label={t('common.nav.label')}>
            <Destinations destinations={navigation} pathname={isActHere ? null : pathname} />
          </nav>
          <div className="nav header-languages">
            <LanguageMenu offered={languages} />
          </div>
          <details className="nav-menu">
            <summary>
              <Pictogram name="menu" size="small" />
              {t('common.menu')}
            </summary>
            <div className="drop">
              <nav aria-label={t('common.nav.label')}>
                <Destinations destinations={navigation} pathname={isActHere ? null : pathname} />
              </nav>
              <hr />
              <nav aria-label={t('common.language')}>
                <LanguageLinks offered={languages} />
              </nav>
              {account && <hr />}
              {account}
            </div>
          </details>
          {account && <div className="nav">{account}</div>}
          {act && !isActHere && (
            <div className="header-act">
              <LinkButton to={act.to}>{act.label}</LinkButton>
            </div>
          )}
        </div>
      </header>
      <main className="shell-main" id="main" tabIndex={-1}>
        <div className="page">{children}</div>
      </main>
      <footer className="footer">
        <div className="page">
          <nav aria-label={t('common.footer')}>
            <ul>
              {footer.map(({ to, label }) => (
                <li key={to}>
                  <Link to={to}>{label}</Link>
                </li>
              ))}
            </ul>
          </nav>
          <p className="muted small">{t('common.promise')}</p>
        </div>
      </footer>
    </div>
  )
}

type DestinationsProps = { destinations: readonly Destination[]; pathname: string | null }

// Within the one strong act, such as reporting, nobody is at any of these.
function Destinations({ destinations, pathname }: DestinationsProps) {
  // The longest address that fits is where the reader is: "Report" and not also "Issues".
  const fitting = destinations
    .filter(({ to }) => pathname !== null && isHere(to, pathname))
    .sort((a, b) => b.to.length - a.to.length)
  const here = fitting[0]?.to
  return (
    <ul>
      {destinations.map(({ to, label }) => (
        <li key={to}>
          <Link
            className="nav-link"
            to={to}
            aria-current={to === here ? (to === pathname ? 'page' : 'true') : undefined}
          >
            <span>{label}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
