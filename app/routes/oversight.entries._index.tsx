import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listEntries } from '~/interactions/oversight/list-entries.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { LinkButton } from '~/ui/button'
import { Empty } from '~/ui/empty'
import { entriesPath } from '~/ui/oversight/entries-path'
import { EntriesTable } from '~/ui/oversight/entries-table'
import { EntryFilterForm } from '~/ui/oversight/entry-filter-form'
import { PageTitle } from '~/ui/page-title'
import { Pager } from '~/ui/pager'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(listEntries, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'oversight.entries.title'), ...outcome.value }
}

export default function Entries() {
  const { filters, rows, older, areas, kinds } = useLoaderData<typeof loader>()
  const t = useWords()
  const { after: _, ...kept } = filters
  return (
    <div className="stack">
      <PageTitle title={t('oversight.entries.title')}>{t('oversight.entries.lead')}</PageTitle>
      <EntryFilterForm {...{ filters, areas, kinds }} />
      {rows.length === 0 ? (
        <Empty title={t('oversight.entries.none')}>
          <p>{t('oversight.entries.none-next')}</p>
        </Empty>
      ) : (
        <EntriesTable
          caption={t('oversight.entries.caption')}
          rows={rows}
          areas={Object.fromEntries(areas.map(({ key, name }) => [key, name]))}
        />
      )}
      <Pager
        newer={filters.after ? entriesPath(kept) : null}
        older={older ? entriesPath({ ...kept, after: older }) : null}
      />
      {rows.length > 0 && (
        <p>
          <LinkButton to={entriesPath(kept, '/oversight/entries.csv')} weight="secondary" reloadDocument>
            {t('oversight.export')}
          </LinkButton>{' '}
          <span className="muted small">{t('oversight.export-note')}</span>
        </p>
      )}
    </div>
  )
}
