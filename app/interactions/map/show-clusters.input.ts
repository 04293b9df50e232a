import { z } from 'zod'
import { clusterLevels } from '~/map/cluster-answer'
import { isTile } from '~/map/quadkey'
import { issueFilters } from '../issues/issue-filters.input'

const whole = z
  .string()
  .regex(/^\d{1,7}$/)
  .transform(Number)

/** A square of the map and the filters of the list beside it: `/map/clusters/13/2478/3029.json?state=open`. */
export const clustersInput = z
  .looseObject({ z: whole.pipe(z.number().min(clusterLevels.least).max(clusterLevels.most)), x: whole, y: whole })
  .refine(({ z, x, y }) => isTile({ z, x, y }), 'There is no such square.')
  .transform(({ z, x, y, ...rest }) => ({
    tile: { z, x, y },
    // The square says where; the order of a list and its pages are none of the map's business.
    filters: { ...issueFilters.parse(rest), box: null, sort: 'newest' as const, after: null },
  }))

const path = /^(?<z>\d+)\/(?<x>\d+)\/(?<y>\d+)\.json$/

/** What the rest of an address under /map/clusters/ asks for. */
export const clustersAsked = (rest = '') => ({ ...rest.match(path)?.groups })
