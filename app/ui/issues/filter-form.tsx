import { Form } from '@remix-run/react'
import { type IssueFilters, periods, sorts, stateFilters } from '~/interactions/issues/issue-filters-address.input'
import { Button } from '../button'
import { Details } from '../details'
import { Field, Select } from '../field'
import { HiddenFields } from '../hidden-fields'
import { useWords } from '../words'

export type FilterOptions = {
  groups: readonly { name: string; categories: readonly { key: string; name: string }[] }[]
  areas: readonly { key: string; name: string }[]
}
type FilterFormProps = { pathname: string; filters: IssueFilters; options: FilterOptions }

/** Every filter there is, folded away until somebody wants it. A plain form: the answers stand in the address afterwards. */
export function FilterForm({ pathname, filters, options }: FilterFormProps) {
  const t = useWords()
  const { q, state, category, area, period, from, to, near, sort } = filters
  const isUsed = category.length > 0 || area.length > 0 || period !== 'all' || from !== null || to !== null
  return (
    <Details summary={t('home.more-filters')} open={isUsed}>
      <Form method="get" action={pathname} className="filters" id="filters" key={JSON.stringify(filters)}>
        <div className="filters-fields">
          <KindOfIssue chosen={category[0] ?? ''} groups={options.groups} />
          <Select
            name="area"
            label={t('home.filter.area')}
            none={t('home.filter.area.all')}
            defaultValue={area[0] ?? ''}
            options={options.areas.map(({ key, name }) => ({ value: key, label: name }))}
          />
          <Select
            name="state"
            label={t('home.filter.state')}
            none={t('home.state.all')}
            defaultValue={state[0] ?? ''}
            options={stateFilters.map((one) => ({ value: one, label: t(`home.state.${one}`) }))}
          />
          <Select
            name="period"
            label={t('home.filter.period')}
            defaultValue={period}
            options={[...periods].reverse().map((one) => ({ value: one, label: t(`home.filter.period.${one}`) }))}
          />
          <Field name="from" type="date" dir={undefined} label={t('home.filter.from')} defaultValue={from ?? ''} />
          <Field name="to" type="date" dir={undefined} label={t('home.filter.to')} defaultValue={to ?? ''} />
          <Select
            name="sort"
            label={t('home.sort')}
            defaultValue={sort}
            options={sorts.map((one) => ({ value: one, label: t(`home.sort.${one}`) }))}
          />
        </div>
        {/* Of lists in an address the form changes the first; the others go along. */}
        <HiddenFields
          fields={{
            q,
            state: state.slice(1),
            category: category.slice(1),
            area: area.slice(1),
            near: near && `${near.lat},${near.lng}`,
            radius: near?.radiusM,
            box: filters.box?.join(','),
          }}
        />
        <Button>{t('home.filter.apply')}</Button>
      </Form>
    </Details>
  )
}

function KindOfIssue({ chosen, groups }: { chosen: string; groups: FilterOptions['groups'] }) {
  const t = useWords()
  return (
    <div className="field">
      <label className="label" htmlFor="field-category">
        {t('home.filter.category')}
      </label>
      <select className="input" id="field-category" name="category" defaultValue={chosen}>
        <option value="">{t('home.filter.category.all')}</option>
        {groups.map(({ name, categories }) => (
          <optgroup key={name} label={name}>
            {categories.map((category) => (
              <option key={category.key} value={category.key}>
                {category.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
