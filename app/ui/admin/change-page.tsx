import { Link, Form as PlainForm } from '@remix-run/react'
import { Button } from '../button'
import { Details } from '../details'
import { Facts } from '../facts'
import { Form } from '../form'
import { HiddenFields } from '../hidden-fields'
import { Notice } from '../notice'
import { OnceField } from '../once-field'
import { PageTitle } from '../page-title'
import { When } from '../when'
import { useWords } from '../words'
import { Differences } from './differences'
import { ReasonField } from './reason-field'

type Staff = { label: string; jobTitle: string } | null
type ChangePageProps = {
  id: string
  objectKey: string
  kind: string
  label: string | null
  version: number
  changes: readonly { field: string; before: unknown; after: unknown }[]
  discretion: readonly string[]
  reason: string
  state: string
  proposedAt: Date
  revisedAt: Date
  decidedAt: Date | null
  decisionReason: string
  author: Staff
  decidedBy: Staff
  isOwn: boolean
  once: string
}

/** A change that shifts discretion, as the second person reads it: what, why, by whom; then yes or no. */
export function ChangePage(change: ChangePageProps) {
  const t = useWords()
  const { label, kind, objectKey, version, changes, discretion, reason, state, proposedAt, author, isOwn } = change
  const who = (staff: Staff) => (staff ? `${staff.jobTitle} ${staff.label}` : '')
  const name = kind === 'category' ? (label ?? objectKey) : t('admin.changes.town')
  return (
    <div className="stack">
      <PageTitle title={t('admin.change.of', { name })} back={{ to: '/admin/changes', label: t('admin.nav.changes') }}>
        {t(`admin.change.state.${state}.lead`)}
      </PageTitle>
      <Facts
        facts={[
          { term: t('admin.changes.author'), value: isOwn ? t('admin.changes.you') : <bdi>{who(author)}</bdi> },
          { term: t('admin.changes.when'), value: <When at={proposedAt} withTime /> },
          { term: t('admin.change.revised'), value: version > 1 ? <When at={change.revisedAt} withTime /> : null },
          { term: t('admin.history.reason'), value: <q dir="auto">{reason}</q> },
          {
            term: t('admin.change.decided'),
            value:
              change.decidedAt && state !== 'withdrawn' ? (
                <>
                  {t(`admin.change.state.${state}`)}, {who(change.decidedBy)}, <When at={change.decidedAt} withTime />
                </>
              ) : null,
          },
          {
            term: t('admin.change.decision-reason'),
            value: change.decisionReason ? <q dir="auto">{change.decisionReason}</q> : null,
          },
        ]}
      />
      <section aria-labelledby="what" className="stack">
        <h2 id="what">{t('admin.changes.fields')}</h2>
        <Differences changes={changes} marked={discretion} isProposed={state !== 'approved'} />
      </section>
      {state === 'waiting' && (isOwn ? <Own {...change} /> : <Second {...change} />)}
      {kind === 'category' && (
        <p>
          <Link to={`/admin/categories/${objectKey}`}>{t('admin.change.see-category')}</Link>
        </p>
      )}
    </div>
  )
}

// The author sees why they cannot approve, and can take it back.
function Own({ id, version }: ChangePageProps) {
  const t = useWords()
  return (
    <>
      <Notice tone="info">
        <p>{t('admin.change.own')}</p>
      </Notice>
      <PlainForm method="post" action={`/admin/changes/${id}/withdraw`}>
        <HiddenFields fields={{ version }} />
        <Button weight="secondary">{t('admin.change.withdraw')}</Button>
      </PlainForm>
    </>
  )
}

function Second({ id, version, once }: ChangePageProps) {
  const t = useWords()
  return (
    <section aria-labelledby="decide" className="stack">
      <h2 id="decide">{t('admin.change.decide')}</h2>
      <p>{t('admin.change.decide-lead')}</p>
      <PlainForm method="post" action={`/admin/changes/${id}/approve`}>
        <OnceField once={once} />
        <HiddenFields fields={{ version }} />
        <Button>{t('admin.change.approve')}</Button>
      </PlainForm>
      <Details summary={t('admin.change.decline')}>
        <Form action={`/admin/changes/${id}/decline`}>
          <HiddenFields fields={{ version }} />
          <ReasonField />
          <Button weight="danger">{t('admin.change.decline')}</Button>
        </Form>
      </Details>
    </section>
  )
}
