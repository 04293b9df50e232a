import { Link, Form as PlainForm } from '@remix-run/react'
import { Button, LinkButton } from '../button'
import { Empty } from '../empty'
import { Facts } from '../facts'
import { PageTitle } from '../page-title'
import { When } from '../when'
import { useWords } from '../words'
import { BecameNotice } from './became-notice'

type Staff = { label: string; jobTitle: string } | null
type Mandate = {
  id: number
  acts: readonly string[]
  categories: readonly string[]
  areas: readonly string[]
  validFrom: Date
  lastDay: string
  ground: string
  grantedAt: Date
  revokedAt: Date | null
  revokeReason: string
  state: string
  grantedBy: Staff
  revokedBy: Staff
}
type StaffPageProps = {
  person: {
    id: string
    role: string
    name: string
    email: string
    jobTitle: string
    department: string
    isDisabled: boolean
    disabledAt: Date | null
    accessReason: string
    isInvited: boolean
    isOwn: boolean
  }
  mandates: readonly Mandate[]
}

/** Somebody who works here: who they are to the town, whether they can sign in, and on which mandates they act. */
export function StaffPage({ person, mandates }: StaffPageProps) {
  const t = useWords()
  const { id, role, name, isDisabled, isInvited, isOwn } = person
  const canEnd = role !== 'oversight' && !isOwn
  return (
    <div className="stack">
      <PageTitle
        title={name || t('admin.people.nameless')}
        back={{ to: '/admin/people', label: t('admin.nav.people') }}
      />
      <BecameNotice />
      <Facts
        facts={[
          { term: t('admin.people.email'), value: <bdi>{person.email}</bdi> },
          { term: t('admin.people.function'), value: <bdi>{person.jobTitle}</bdi> },
          { term: t('rule.field.department'), value: person.department && <bdi>{person.department}</bdi> },
          { term: t('admin.people.role'), value: t(`register.role.${role}`) },
          {
            term: t('admin.people.access'),
            value: t(`admin.people.state.${isDisabled ? 'disabled' : isInvited ? 'invited' : 'active'}`),
          },
          {
            term: t('admin.person.access-reason'),
            value: person.accessReason && <q dir="auto">{person.accessReason}</q>,
          },
        ]}
      />
      <div className="row-acts">
        {isInvited && !isDisabled && (
          <PlainForm method="post" action={`/admin/people/${id}/invite-again`}>
            <Button weight="secondary">{t('admin.person.invite-again')}</Button>
          </PlainForm>
        )}
        {(canEnd || isDisabled) && (
          <LinkButton to={`/admin/people/${id}/access`} weight="secondary">
            {isDisabled ? t('admin.person.enable') : t('admin.person.disable')}
          </LinkButton>
        )}
        {!canEnd && <p className="muted small">{isOwn ? t('admin.person.own') : t('admin.person.oversight')}</p>}
      </div>
      {role === 'civil-servant' && (
        <section aria-labelledby="mandates" className="stack">
          <h2 id="mandates">{t('admin.person.mandates')}</h2>
          <p className="muted">{t('admin.person.mandates-lead')}</p>
          {!isDisabled && (
            <p>
              <LinkButton to={`/admin/people/${id}/mandate`}>{t('admin.mandate.grant')}</LinkButton>
            </p>
          )}
          {mandates.length === 0 && (
            <Empty title={t('admin.person.no-mandates')}>
              <p>{t('admin.person.no-mandates-next')}</p>
            </Empty>
          )}
          <ol className="trail">
            {mandates.map((mandate) => (
              <MandateItem key={mandate.id} mandate={mandate} person={id} />
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}

function MandateItem({ mandate, person }: { mandate: Mandate; person: string }) {
  const t = useWords()
  const { id, acts, categories, areas, validFrom, lastDay, ground, grantedAt, grantedBy, revokedAt, revokedBy, state } =
    mandate
  const who = (staff: Staff) => (staff ? `${staff.jobTitle} ${staff.label}` : '')
  const list = (names: readonly string[]) => (names.length > 0 ? t.intl.formatList(names) : t('admin.mandate.all'))
  return (
    <li>
      <h3>
        {t('admin.mandate.number', { id })} {t(`admin.mandate.state.${state}`)}
      </h3>
      <Facts
        facts={[
          {
            term: t('admin.mandate.acts'),
            value: t.intl.formatList(acts.map((act) => t(`register.mandate-act.${act}`))),
          },
          { term: t('admin.mandate.categories'), value: <bdi>{list(categories)}</bdi> },
          { term: t('admin.mandate.areas'), value: <bdi>{list(areas)}</bdi> },
          {
            term: t('admin.mandate.period'),
            value: (
              <>
                <When at={validFrom} /> – {t.intl.formatDate(lastDay, { timeZone: 'UTC', dateStyle: 'long' })}
              </>
            ),
          },
          { term: t('admin.mandate.ground'), value: <bdi>{ground}</bdi> },
          {
            term: t('admin.mandate.granted'),
            value: (
              <>
                {who(grantedBy)}, <When at={grantedAt} />
              </>
            ),
          },
          {
            term: t('admin.mandate.revoked'),
            value: revokedAt ? (
              <>
                {who(revokedBy)}, <When at={revokedAt} /> <q dir="auto">{mandate.revokeReason}</q>
              </>
            ) : null,
          },
        ]}
      />
      {(state === 'held' || state === 'coming') && (
        <p>
          <Link to={`/admin/people/${person}/revoke?mandate=${id}`}>{t('admin.mandate.revoke')}</Link>
        </p>
      )}
    </li>
  )
}
