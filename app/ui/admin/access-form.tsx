import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { Form } from '../form'
import { OnceField } from '../once-field'
import { PageTitle } from '../page-title'
import { useWords } from '../words'
import { ReasonField } from './reason-field'

type AccessFormProps = {
  person: { id: string; name: string; jobTitle: string; isDisabled: boolean }
  once: string
  problem?: ProblemJson
}

/** Ends somebody's access or gives it back, with the reason. */
export function AccessForm({ person, once, problem }: AccessFormProps) {
  const t = useWords()
  const { id, isDisabled } = person
  const name = person.name || person.jobTitle
  const act = isDisabled ? 'enable' : 'disable'
  return (
    <div className="stack">
      <PageTitle title={t(`admin.person.${act}`)} back={{ to: `/admin/people/${id}`, label: name }}>
        {t(`admin.person.${act}-lead`, { name })}
      </PageTitle>
      <Form action={`/admin/people/${id}/${act}`} problem={problem}>
        <OnceField once={once} />
        <ReasonField />
        <Button weight={isDisabled ? 'primary' : 'danger'}>{t(`admin.person.${act}`)}</Button>
      </Form>
    </div>
  )
}
