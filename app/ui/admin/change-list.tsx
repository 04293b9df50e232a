import { Link, useSearchParams } from '@remix-run/react'
import { Empty } from '../empty'
import { Notice } from '../notice'
import { PageTitle } from '../page-title'
import { Table } from '../table'
import { When } from '../when'
import { useWords } from '../words'

type Staff = { label: string; jobTitle: string } | null
type ChangeListed = {
  id: string
  label: string | null
  fields: readonly string[]
  state: string
  proposedAt: Date
  decidedAt: Date | null
  author: Staff
  decidedBy: Staff
  isOwn: boolean
}

/** Changes that need two people: those that wait, and what became of the others. */
export function ChangeList({ changes }: { changes: readonly ChangeListed[] }) {
  const t = useWords()
  const [params] = useSearchParams()
  const done = params.get('done')
  const waiting = changes.filter(({ state }) => state === 'waiting')
  const settled = changes.filter(({ state }) => state !== 'waiting')
  return (
    <div className="stack">
      <PageTitle title={t('admin.changes.title')}>{t('admin.changes.lead')}</PageTitle>
      {done && ['approved', 'declined', 'withdrawn'].includes(done) && (
        <Notice tone="ok" live>
          <p>{t(`admin.change.done.${done}`)}</p>
        </Notice>
      )}
      {waiting.length === 0 ? (
        <Empty title={t('admin.changes.none')}>
          <p>{t('admin.changes.none-next')}</p>
        </Empty>
      ) : (
        <ChangeTable caption={t('admin.changes.waiting', { n: waiting.length })} changes={waiting} />
      )}
      {settled.length > 0 && <ChangeTable caption={t('admin.changes.settled')} changes={settled} />}
    </div>
  )
}

function ChangeTable({ caption, changes }: { caption: string; changes: readonly ChangeListed[] }) {
  const t = useWords()
  const who = (staff: Staff) => (staff ? `${staff.jobTitle} ${staff.label}` : '')
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'what', label: t('admin.changes.what') },
        { key: 'fields', label: t('admin.changes.fields') },
        { key: 'author', label: t('admin.changes.author') },
        { key: 'when', label: t('admin.changes.when') },
        { key: 'state', label: t('admin.changes.state') },
      ]}
      rows={changes.map(({ id, label, fields, state, proposedAt, author, decidedBy, decidedAt, isOwn }) => ({
        key: id,
        cells: {
          what: (
            <Link to={`/admin/changes/${id}`}>{label === null ? t('admin.changes.town') : <bdi>{label}</bdi>}</Link>
          ),
          fields: t.intl.formatList(fields.map((field) => t(`rule.field.${field}`))),
          author: isOwn ? t('admin.changes.you') : who(author),
          when: <When at={proposedAt} withTime />,
          state: (
            <>
              {t(`admin.change.state.${state}`)}
              {decidedAt && state !== 'withdrawn' && (
                <span className="muted">
                  {' '}
                  {who(decidedBy)}, <When at={decidedAt} />
                </span>
              )}
            </>
          ),
        },
      }))}
    />
  )
}
