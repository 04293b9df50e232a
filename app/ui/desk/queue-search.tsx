import { Form, Link } from '@remix-run/react'
import { type QueueFilters, queueAddress } from '~/interactions/cases/queue.input'
import type { FilterChoices } from '~/interactions/issues/filter-choices.server'
import { Button } from '../button'
import { Field, Select } from '../field'
import { HiddenFields } from '../hidden-fields'
import { useWords } from '../words'
import { KindSelect } from './kind-select'

/** Narrows the queue by words, a reference, kind and neighbourhood. A plain form: the address holds the answer. */
export function QueueSearch({ filters, choices }: { filters: QueueFilters; choices: FilterChoices }) {
  const t = useWords()
  const { view, category, area, q, sort } = filters
  const isNarrowed = q !== '' || category.length > 0 || area.length > 0
  return (
    <Form method="get" action="/desk" className="queue-search" key={JSON.stringify(filters)}>
      <HiddenFields fields={{ view: view === 'all' ? null : view, sort: sort === 'due' ? null : sort }} />
      <Field name="q" type="search" label={t('desk.search')} defaultValue={q} maxLength={100} />
      <KindSelect
        name="category"
        label={t('desk.search.category')}
        none={t('desk.search.category.all')}
        chosen={category[0] ?? ''}
        groups={choices.groups}
      />
      <Select
        name="area"
        label={t('desk.search.area')}
        none={t('desk.search.area.all')}
        defaultValue={area[0] ?? ''}
        options={choices.areas.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <div className="row">
        <Button weight="secondary">{t('desk.search.go')}</Button>
        {isNarrowed && <Link to={queueAddress({ view })}>{t('desk.search.clear')}</Link>}
      </div>
    </Form>
  )
}
