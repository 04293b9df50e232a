import {
  addressWith,
  changed,
  type IssueFilters,
  type StateFilter,
} from '~/interactions/issues/issue-filters-address.input'
import { FilterLinks } from '../filter-links'
import { useWords } from '../words'

const offered: readonly (StateFilter | 'all')[] = ['all', 'open', 'in-progress', 'overdue', 'closed']

/** The states most people ask for, as links: one press, and the address can be sent to a neighbour. */
export function StateLinks({ pathname, filters }: { pathname: string; filters: IssueFilters }) {
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
  return <FilterLinks label={t('home.states')} links={links} />
}
