import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { filtersToParams } from '../issues/issue-filters.input'
import { townOf } from '../town/town.server'
import { cellsVersion } from './cells-version.server'
import { clustersIn } from './clusters.server'
import { keptAnswers } from './kept-answers.server'
import { clustersInput } from './show-clusters.input'

const kept = keptAnswers({ most: 4_000 })

/** What a square of the map shows: the issues of the list beside it, or how many there are. As JSON, ready to send. */
export const showClusters = defineInteraction({
  name: 'map.show-clusters',
  input: clustersInput,
  roles,
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['responsive', 'equality'],
  effect: 'public-read',
  touches: {},

  async handle({ input: { tile, filters }, tx, now, language }) {
    const [version, town] = [await cellsVersion(tx, now), await townOf(tx)]
    const asked = filtersToParams(filters)
    const tag = `${town.version}.${version}/${language}/${tile.z}/${tile.x}/${tile.y}?${asked}`
    // A period moves with the clock and not with the issues.
    const untilMs = filters.period === 'all' ? 600_000 : 60_000
    const json = await kept(tx, tag, untilMs, async () => {
      const overrides = town.settings.wordings[language]
      return JSON.stringify(await clustersIn(tx, tile, filters, { now, language, overrides }))
    })
    return { json, tag: `"${town.version}.${version}.${language}"` }
  },
})
