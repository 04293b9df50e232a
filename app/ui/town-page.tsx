import { Form, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from './button'
import { destinationsIn } from './destinations'
import { PageShell } from './page-shell'
import { PrintHeader } from './print-header'
import { type TownHere, TownProvider } from './town'
import { useWords } from './words'

type TownPageProps = { town: TownHere; languages: readonly string[]; baseUrl: string; children: ReactNode }

/** A page of this town: its head with what this reader can do, and its foot. */
export function TownPage({ town, languages, baseUrl, children }: TownPageProps) {
  const t = useWords()
  const { pathname } = useLocation()
  const to = destinationsIn(t)
  const { role, isSignedIn } = town.viewer
  const isStaffPage = /^\/(desk|oversight|admin)(\/|$)/.test(pathname)
  const own = { 'civil-servant': [to.desk], oversight: [to.oversight], administrator: [to.admin] }[role] ?? []
  return (
    <TownProvider value={town}>
      <PageShell
        town={town.name}
        languages={languages}
        navigation={[
          to.issues,
          ...own,
          role === 'resident' ? to['my-data'] : to.account,
          ...(isSignedIn ? [] : [to['sign-in']]),
        ]}
        footer={[to.register, to.ledger, to.accessibility, to.contact]}
        act={role === 'resident' ? to.report : undefined}
        account={isSignedIn && <SignOut />}
        desk={isStaffPage}
      >
        <PrintHeader town={town.name} address={`${baseUrl}${pathname}`} now={town.now} />
        {children}
      </PageShell>
    </TownProvider>
  )
}

function SignOut() {
  const t = useWords()
  return (
    <Form method="post" action="/sign-out" className="account">
      <Button weight="quiet">{t('common.sign-out')}</Button>
    </Form>
  )
}
