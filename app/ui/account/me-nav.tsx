import { useLocation } from '@remix-run/react'
import { FilterLinks } from '../filter-links'
import { useTown } from '../town'
import { useWords } from '../words'

/** The parts of what is one's own, each at an address of its own. */
export function MeNav() {
  const t = useWords()
  const { pathname } = useLocation()
  const isResident = useTown().viewer.role === 'resident'
  const parts = isResident ? residentParts : staffParts
  return (
    <FilterLinks
      label={t('me.nav')}
      links={parts.map(({ to, words }) => ({ to, label: t(words), isOn: to === pathname }))}
    />
  )
}

const residentParts = [
  { to: '/me', words: 'me.nav.overview' },
  { to: '/me/looked', words: 'me.nav.looked' },
  { to: '/me/acts', words: 'me.nav.acts' },
  { to: '/me/sessions', words: 'me.nav.sessions' },
]
const staffParts = [
  { to: '/me/account', words: 'me.nav.account' },
  { to: '/me/acts', words: 'me.nav.acts' },
  { to: '/me/sessions', words: 'me.nav.sessions' },
]
