import {
  addressWith,
  changed,
  type IssueFilters,
  type StateFilter,
} from '~/interactions/issues/issue-filters-address.input'
import { FilterLinks } from '../filter-links'
import { useWords } from '../words'

const offered: readonly (StateFilter | 'all')[] = ['all', 'open', 'in-progress', 'overdue', 'closed']

type StateLinksProps = {
  pathname: string
  filters: IssueFilters
  /** Names of the kinds that are asked for. */
  kinds?: readonly string[]
}

/** The states most people ask for, as links: one press, and the address can be sent to a neighbour. */
export function StateLinks({ pathname, filters, kinds = [] }: StateLinksProps) {
  const t = useWords()
  const links = offered.map((state) => {
    const chosen = state === 'all' ? [] : [state]
    return {
      key: state,
      to: addressWith(pathname, changed(filters, { state: chosen })),
      label: t(`home.state.${state}`),
      isOn: filters.state.join() === chosen.join(),
    }
  })
  const ofKind = {
    key: 'kinds',
    to: addressWith('/issues/kinds', { ...filters, after: null }),
    label: kinds.length > 0 ? kinds.join(', ') : t('home.kinds.chip'),
    isOn: filters.category.length > 0,
  }
  return <FilterLinks label={t('home.filters')} links={[...links, ofKind]} />
}
