import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '../words'

/** The pages of an administrator side by side. */
export function AdminFrame({ children }: { children: ReactNode }) {
  const t = useWords()
  const { pathname } = useLocation()
  const places = [
    { path: '/admin', label: t('admin.nav.overview') },
    { path: '/admin/categories', label: t('admin.nav.categories') },
    { path: '/admin/settings', label: t('admin.nav.settings') },
    { path: '/admin/people', label: t('admin.nav.people') },
    { path: '/admin/changes', label: t('admin.nav.changes') },
    { path: '/admin/jobs', label: t('admin.nav.jobs') },
    { path: '/admin/mailbox', label: t('admin.nav.mailbox') },
    { path: '/admin/imports', label: t('admin.nav.imports') },
  ]
  const isHere = (path: string) => (path === '/admin' ? pathname === path : pathname.startsWith(path))
  return (
    <>
      <div className="section-bar">
        <nav aria-label={t('admin.nav.label')}>
          <ul className="section-nav">
            {places.map(({ path, label }) => (
              <li key={path}>
                <Link to={path} aria-current={isHere(path) ? 'page' : undefined}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {children}
    </>
  )
}
