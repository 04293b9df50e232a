import { useLocation } from '@remix-run/react'
import { FilterLinks } from '../filter-links'
import { useWords } from '../words'

const tabs = [
  { to: '/admin/settings', key: 'town' },
  { to: '/admin/settings/look', key: 'look' },
  { to: '/admin/settings/wordings', key: 'wordings' },
  { to: '/admin/settings/history', key: 'history' },
]

/** The settings of the town, part by part. */
export function SettingsTabs() {
  const t = useWords()
  const { pathname } = useLocation()
  return (
    <FilterLinks
      label={t('admin.settings.parts')}
      links={tabs.map(({ to, key }) => ({ to, label: t(`admin.settings.tab.${key}`), isOn: pathname === to }))}
    />
  )
}
