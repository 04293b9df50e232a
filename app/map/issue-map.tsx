import type { IssueFilters } from '~/interactions/issues/issue-filters-address.input'
import { useTown } from '~/ui/town'
import { StillMap } from './still-map'

export type IssueMapProps = {
  /** The same filters as the list beside it; `box`, `sort` and `after` do not count here. */
  filters: Partial<IssueFilters>
  /** Id of what follows the map, for the link that skips it. */
  skipTo: string
}

/** The map of issues: clusters and signs, the same as the list beside it says. Without JavaScript a drawn map of the town. */
export function IssueMap({ skipTo }: IssueMapProps) {
  const { bounds } = useTown()
  if (!bounds) return null
  const [west, south, east, north] = bounds
  return (
    <div className="issue-map" data-skip-to={skipTo}>
      <StillMap lat={(south + north) / 2} lng={(west + east) / 2} zoom={11} size="page" alt="" isLazy={false} />
    </div>
  )
}
