import { Link } from '@remix-run/react'
import { LinkButton } from '../button'
import { PageTitle } from '../page-title'
import { Pager } from '../pager'
import { Table } from '../table'
import { useWords } from '../words'

type Person = {
  id: string
  role: string
  name: string
  email: string
  jobTitle: string
  department: string
  isDisabled: boolean
  isInvited: boolean
  mandates: number
}

/** Who works here: function, role, whether they can sign in, and how many mandates they hold. */
export function StaffList({ people, next }: { people: readonly Person[]; next: string | null }) {
  const t = useWords()
  const state = ({ isDisabled, isInvited }: Person) =>
    t(`admin.people.state.${isDisabled ? 'disabled' : isInvited ? 'invited' : 'active'}`)
  const mandates = ({ role, mandates }: Person) =>
    role === 'civil-servant' ? t('admin.people.mandates', { n: mandates }) : t('admin.people.no-mandate-needed')
  return (
    <div className="stack">
      <PageTitle title={t('admin.people.title')}>{t('admin.people.lead')}</PageTitle>
      <p>
        <LinkButton to="/admin/people/invite" weight="secondary">
          {t('admin.people.invite')}
        </LinkButton>
      </p>
      <Table
        caption={t('admin.people.caption')}
        columns={[
          { key: 'name', label: t('admin.people.name') },
          { key: 'function', label: t('admin.people.function') },
          { key: 'role', label: t('admin.people.role') },
          { key: 'mandates', label: t('admin.people.competence') },
          { key: 'state', label: t('admin.people.access') },
        ]}
        rows={people.map((person) => ({
          key: person.id,
          cells: {
            name: (
              <>
                <Link to={`/admin/people/${person.id}`}>
                  <bdi>{person.name || t('admin.people.nameless')}</bdi>
                </Link>
                <span className="who-mail">
                  <bdi>{person.email}</bdi>
                </span>
              </>
            ),
            function: <bdi>{[person.jobTitle, person.department].filter(Boolean).join(', ')}</bdi>,
            role: t(`register.role.${person.role}`),
            mandates: mandates(person),
            state: state(person),
          },
        }))}
      />
      <Pager older={next && `/admin/people?after=${next}`} />
    </div>
  )
}
