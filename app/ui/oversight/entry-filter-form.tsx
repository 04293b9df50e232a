import { Form, Link } from '@remix-run/react'
import { Button } from '../button'
import { DateField, Field, Select } from '../field'
import { HiddenFields } from '../hidden-fields'
import { useWords } from '../words'
import { useLook } from './look'

type Filters = {
  kind?: string
  role?: string
  ending?: string
  area?: string
  from?: string
  to?: string
  object?: string
  purpose: string
}
type EntryFilterFormProps = {
  filters: Filters
  areas: readonly { key: string; name: string }[]
  kinds: readonly string[]
}

const roles = ['resident', 'civil-servant', 'oversight', 'administrator', 'system']
const endings = ['done', 'refused', 'warned']

/** Which entries to see. The address holds the choice, so that it can be noted down or sent to a colleague. */
export function EntryFilterForm({ filters, areas, kinds }: EntryFilterFormProps) {
  const t = useWords()
  const { to } = useLook()
  const named = kinds
    .map((kind) => ({ value: kind, label: t(`register.interaction.${kind}`) }))
    .sort((one, other) => one.label.localeCompare(other.label, t.language))
  const isNarrowed = Object.entries(filters).some(([name, value]) => name !== 'purpose' && value)
  return (
    <Form method="get" action="/oversight/entries" className="filter-grid" key={JSON.stringify(filters)}>
      <HiddenFields fields={{ purpose: filters.purpose }} />
      <Select
        name="kind"
        label={t('oversight.filter.kind')}
        none={t('oversight.filter.every')}
        options={named}
        defaultValue={filters.kind ?? ''}
      />
      <Select
        name="role"
        label={t('oversight.filter.role')}
        none={t('oversight.filter.every')}
        options={roles.map((role) => ({ value: role, label: t(`register.role.${role}`) }))}
        defaultValue={filters.role ?? ''}
      />
      <Select
        name="ending"
        label={t('oversight.filter.ending')}
        none={t('oversight.filter.every')}
        options={endings.map((ending) => ({ value: ending, label: t(`oversight.ending.${ending}`) }))}
        defaultValue={filters.ending ?? ''}
      />
      {areas.length > 0 && (
        <Select
          name="area"
          label={t('oversight.filter.area')}
          none={t('oversight.filter.every')}
          options={areas.map(({ key, name }) => ({ value: key, label: name }))}
          defaultValue={filters.area ?? ''}
        />
      )}
      <DateField name="from" label={t('oversight.filter.from')} defaultValue={filters.from ?? ''} />
      <DateField name="to" label={t('oversight.filter.to')} defaultValue={filters.to ?? ''} />
      <Field
        name="object"
        label={t('oversight.filter.object')}
        defaultValue={filters.object ?? ''}
        maxLength={120}
        autoComplete="off"
      />
      <div className="filter-go">
        <Button weight="secondary">{t('oversight.filter.show')}</Button>
        {isNarrowed && <Link to={to('/oversight/entries')}>{t('oversight.filter.clear')}</Link>}
      </div>
    </Form>
  )
}
