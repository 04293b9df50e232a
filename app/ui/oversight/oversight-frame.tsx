import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '../words'
import { useLook } from './look'
import { LookPurpose } from './look-purpose'

/** The pages of oversight side by side, and what the officer looks for. */
export function OversightFrame({ children }: { children: ReactNode }) {
  const t = useWords()
  const { to } = useLook()
  const { pathname } = useLocation()
  const places = [
    { path: '/oversight', label: t('oversight.nav.look') },
    { path: '/oversight/findings', label: t('finding.list.title') },
    { path: '/oversight/entries', label: t('oversight.nav.entries') },
    { path: '/oversight/issues', label: t('oversight.nav.issues') },
    { path: '/oversight/days', label: t('oversight.nav.days') },
    { path: '/oversight/rules', label: t('oversight.nav.rules') },
  ]
  const isHere = (path: string) => (path === '/oversight' ? pathname === path : pathname.startsWith(path))
  return (
    <>
      <div className="section-bar">
        <nav aria-label={t('oversight.nav.label')}>
          <ul className="section-nav">
            {places.map(({ path, label }) => (
              <li key={path}>
                <Link to={to(path)} aria-current={isHere(path) ? 'page' : undefined}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <LookPurpose />
      </div>
      {children}
    </>
  )
}
