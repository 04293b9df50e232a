import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listQueue } from '~/interactions/cases/list-queue.server'
import { refusalInWords } from '~/interactions/cases/problem-in-words.server'
import { queueAddress } from '~/interactions/cases/queue.input'
import { mostCounted } from '~/interactions/cases/queue-counts.server'
import { languageOf, translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { DeskTabs } from '~/ui/desk/desk-tabs'
import { QueueEmpty } from '~/ui/desk/queue-empty'
import { QueueList } from '~/ui/desk/queue-list'
import { QueueSearch } from '~/ui/desk/queue-search'
import { QueueViews } from '~/ui/desk/queue-views'
import { Pager } from '~/ui/pager'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: data.title }] : [])

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(listQueue, request)
  if (!outcome.ok) throw await refusalInWords(request, outcome.problem)
  const queue = outcome.value
  if (queue.ref !== null) throw redirect(`/desk/cases/${queue.ref}`)
  return { ...queue, mostCounted, title: translate(languageOf(request), 'desk.queue.title') }
}

export default function Queue() {
  const t = useWords()
  const { filters, rows, next, counts, choices, canAnswer, now, mostCounted } = useLoaderData<typeof loader>()
  return (
    <>
      <DeskTabs />
      <h1 className="visually-hidden">{t('desk.queue.title')}</h1>
      <QueueViews filters={filters} counts={counts} most={mostCounted} />
      <QueueSearch filters={filters} choices={choices} />
      {rows.length === 0 ? (
        <QueueEmpty filters={filters} />
      ) : (
        <QueueList filters={filters} rows={rows} now={now} canAcknowledge={canAnswer} />
      )}
      <Pager
        newer={filters.after ? queueAddress({ ...filters, after: null }) : null}
        older={next ? queueAddress({ ...filters, after: next }) : null}
      />
    </>
  )
}
