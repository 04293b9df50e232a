import { Form } from '@remix-run/react'
import {
  addressWith,
  type IssueFilters,
  periods,
  sorts,
  stateFilters,
} from '~/interactions/issues/issue-filters-address.input'
import { Button } from '../button'
import { Details } from '../details'
import { Field, Select } from '../field'
import { HiddenFields } from '../hidden-fields'
import { useWords } from '../words'

type Choice = { key: string; name: string }
type FilterFormProps = { pathname: string; filters: IssueFilters; areas: readonly Choice[] }

/**
 * The finer filters, folded away until somebody wants them. A plain form: the answers stand in the address afterwards.
 * Kinds of issues have a page of their own: they are far too many for a box.
 */
export function FilterForm({ pathname, filters, areas }: FilterFormProps) {
  const t = useWords()
  const { q, state, category, area, period, from, to, near, box, sort } = filters
  const isUsed = area.length > 0 || period !== 'all' || from !== null || to !== null || sort !== 'newest'
  return (
    <Details summary={t('home.more-filters')} open={isUsed}>
      <Form method="get" action={pathname} className="filters" key={addressWith('', filters)}>
        <div className="filters-fields">
          <Select
            name="area"
            label={t('home.filter.area')}
            none={t('home.filter.area.all')}
            defaultValue={area[0] ?? ''}
            options={areas.map(({ key, name }) => ({ value: key, label: name }))}
          />
          <Select
            name="state"
            label={t('home.filter.state')}
            none={t('home.state.all')}
            defaultValue={state[0] ?? ''}
            options={stateFilters.map((one) => ({ value: one, label: t(`home.state.${one}`) }))}
          />
          <Select
            name="sort"
            label={t('home.sort')}
            defaultValue={sort}
            options={sorts.map((one) => ({ value: one, label: t(`home.sort.${one}`) }))}
          />
          <Select
            name="period"
            label={t('home.filter.period')}
            defaultValue={period}
            options={[...periods].reverse().map((one) => ({ value: one, label: t(`home.filter.period.${one}`) }))}
          />
          <Field name="from" type="date" dir={undefined} label={t('home.filter.from')} defaultValue={from ?? ''} />
          <Field name="to" type="date" dir={undefined} label={t('home.filter.to')} defaultValue={to ?? ''} />
        </div>
        {/* Of several states or areas in an address the form changes the first; the others go along. */}
        <HiddenFields
          fields={{
            q,
            category,
            state: state.slice(1),
            area: area.slice(1),
            near: near && `${near.lat},${near.lng}`,
            radius: near?.radiusM,
            box: box?.join(','),
          }}
        />
        <Button weight="secondary">{t('home.filter.apply')}</Button>
      </Form>
    </Details>
  )
}
