import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { Choice } from '../choice'
import { Field, Select } from '../field'
import { Form } from '../form'
import { OnceField } from '../once-field'
import { PageTitle } from '../page-title'
import { useWords } from '../words'

const roles = ['civil-servant', 'oversight', 'administrator']

/** Invites somebody who works for the town. The link goes to them by letter and to nobody else. */
export function InviteForm({ once, problem }: { once: string; problem?: ProblemJson }) {
  const t = useWords()
  return (
    <div className="stack">
      <PageTitle title={t('admin.people.invite')} back={{ to: '/admin/people', label: t('admin.nav.people') }}>
        {t('admin.people.invite-lead')}
      </PageTitle>
      <Form problem={problem}>
        <OnceField once={once} />
        <Field name="name" label={t('admin.people.name')} autoComplete="off" maxLength={120} />
        <Field
          name="email"
          type="email"
          label={t('admin.people.email')}
          hint={t('admin.people.email-hint')}
          autoComplete="off"
          maxLength={200}
        />
        <Choice
          name="role"
          label={t('admin.people.role')}
          hint={t('admin.people.role-hint')}
          options={roles.map((role) => ({
            value: role,
            label: t(`register.role.${role}`),
            hint: t(`admin.people.role.${role}`),
          }))}
        />
        <Field
          name="jobTitle"
          label={t('admin.people.function')}
          hint={t('admin.people.function-hint')}
          autoComplete="off"
          maxLength={120}
        />
        <Field name="department" label={t('rule.field.department')} autoComplete="off" maxLength={120} optional />
        <Select
          name="language"
          label={t('admin.people.language')}
          options={['en', 'nl', 'es', 'ar'].map((one) => ({ value: one, label: t(`rule.part.${one}`) }))}
          defaultValue={t.language}
          width="medium"
        />
        <Button>{t('admin.people.invite')}</Button>
      </Form>
    </div>
  )
}
