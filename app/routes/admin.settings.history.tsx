import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readSettingsHistory } from '~/interactions/administration/read-settings.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { SettingsTabs } from '~/ui/admin/settings-tabs'
import { VersionList } from '~/ui/admin/version-list'
import { PageTitle } from '~/ui/page-title'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(readSettingsHistory, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'admin.settings.tab.history'), ...outcome.value }
}

export default function SettingsHistory() {
  const { versions } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <div className="stack">
      <PageTitle title={t('admin.settings.tab.history')}>{t('admin.history.lead')}</PageTitle>
      <SettingsTabs />
      <VersionList versions={versions} />
    </div>
  )
}
