import { Form as PlainForm } from '@remix-run/react'
import { Button } from '../button'
import { Empty } from '../empty'
import { HiddenFields } from '../hidden-fields'
import { PageTitle } from '../page-title'
import { Table } from '../table'
import { When } from '../when'
import { useWords } from '../words'
import { BecameNotice } from './became-notice'

type Job = {
  id: string
  task: string
  isKnown: boolean
  tries: number
  failure: { kind: string; code: string }
  madeAt: Date
  failedAt: Date
}

/** Work that failed for good: what kind, how often it was tried and why. What it was about stays closed. */
export function FailedJobs({ jobs }: { jobs: readonly Job[] }) {
  const t = useWords()
  return (
    <div className="stack">
      <PageTitle title={t('admin.jobs.title')}>{t('admin.jobs.lead')}</PageTitle>
      <BecameNotice />
      {jobs.length === 0 ? (
        <Empty title={t('admin.jobs.none')}>
          <p>{t('admin.jobs.none-next')}</p>
        </Empty>
      ) : (
        <Table
          caption={t('admin.jobs.caption')}
          columns={[
            { key: 'task', label: t('admin.jobs.task') },
            { key: 'tries', label: t('admin.jobs.tries'), isNumber: true },
            { key: 'why', label: t('admin.jobs.why') },
            { key: 'when', label: t('admin.jobs.when') },
            { key: 'act', label: t('admin.jobs.act') },
          ]}
          rows={jobs.map(({ id, task, isKnown, tries, failure, failedAt }) => {
            const words = isKnown ? t(`register.interaction.${task}`) : task
            return {
              key: id,
              cells: {
                task: words,
                tries: t.intl.formatNumber(tries),
                why: t(`admin.jobs.failure.${failure.kind}`, { code: failure.code || '–' }),
                when: <When at={failedAt} withTime />,
                act: (
                  <div className="row-acts">
                    <PlainForm method="post" action="/admin/jobs/retry">
                      <HiddenFields fields={{ job: id }} />
                      <Button weight="secondary" aria-label={t('admin.jobs.retry-of', { task: words })}>
                        {t('admin.jobs.retry')}
                      </Button>
                    </PlainForm>
                    <PlainForm method="post" action="/admin/jobs/dismiss">
                      <HiddenFields fields={{ job: id }} />
                      <Button weight="quiet" aria-label={t('admin.jobs.dismiss-of', { task: words })}>
                        {t('admin.jobs.dismiss')}
                      </Button>
                    </PlainForm>
                  </div>
                ),
              },
            }
          })}
        />
      )}
    </div>
  )
}
