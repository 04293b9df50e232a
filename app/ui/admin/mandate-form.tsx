import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { Choice } from '../choice'
import { Details } from '../details'
import { DateField, TextArea } from '../field'
import { FieldHelp } from '../field-frame'
import { Form } from '../form'
import { useFieldProblem } from '../form-problem'
import { OnceField } from '../once-field'
import { PageTitle } from '../page-title'
import { useWords } from '../words'

type Named = { key: string; label: string }
type MandateFormProps = {
  person: { id: string; name: string; jobTitle: string }
  groups: readonly { key: string; label: string; categories: readonly Named[] }[]
  areas: readonly Named[]
  today: string
  inAYear: string
  once: string
  problem?: ProblemJson
}

const acts = ['read-cases', 'answer', 'decide', 'moderate', 'open-contact', 'report-for-resident']

/** The competence of a civil servant: which acts, for which kinds of issues and areas, for how long, and on what it rests. */
export function MandateForm({ person, groups, areas, today, inAYear, once, problem }: MandateFormProps) {
  const t = useWords()
  const name = person.name || person.jobTitle
  return (
    <div className="stack">
      <PageTitle title={t('admin.mandate.grant')} back={{ to: `/admin/people/${person.id}`, label: name }}>
        {t('admin.mandate.lead', { name })}
      </PageTitle>
      <Form problem={problem}>
        <OnceField once={once} />
        <Choice
          name="acts"
          label={t('admin.mandate.acts')}
          options={acts.map((act) => ({ value: act, label: t(`register.mandate-act.${act}`) }))}
          many
          tiles
        />
        <fieldset className="field">
          <legend className="label">{t('admin.mandate.categories')}</legend>
          <FieldHelp name="categories" hint={t('admin.mandate.categories-hint')} />
          <div className="tick-groups">
            {groups.map(({ key, label, categories }) => (
              <Details key={key} summary={label}>
                <Ticks name="categories" options={categories} />
              </Details>
            ))}
          </div>
        </fieldset>
        {areas.length > 0 && (
          <fieldset className="field">
            <legend className="label">{t('admin.mandate.areas')}</legend>
            <FieldHelp name="areas" hint={t('admin.mandate.areas-hint')} />
            <Ticks name="areas" options={areas} />
          </fieldset>
        )}
        <DateField name="from" label={t('admin.mandate.from')} defaultValue={today} />
        <DateField
          name="until"
          label={t('admin.mandate.until')}
          hint={t('admin.mandate.until-hint')}
          defaultValue={inAYear}
        />
        <TextArea
          name="ground"
          label={t('admin.mandate.ground')}
          hint={t('admin.mandate.ground-hint')}
          rows={2}
          maxLength={300}
        />
        <Button>{t('admin.mandate.grant')}</Button>
      </Form>
    </div>
  )
}

// Many short answers: small boxes in columns, where big tiles would fill the page.
function Ticks({ name, options }: { name: string; options: readonly Named[] }) {
  const { kept } = useFieldProblem(name)
  const picked = [kept ?? []].flat()
  return (
    <div className="ticks">
      {options.map(({ key, label }) => (
        <label key={key} className="condition-answer">
          <input type="checkbox" name={name} value={key} defaultChecked={picked.includes(key)} />
          <bdi>{label}</bdi>
        </label>
      ))}
    </div>
  )
}
