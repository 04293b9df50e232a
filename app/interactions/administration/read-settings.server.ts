import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { languages } from '~/safeguards/vocabulary'
import { townOf } from '../town/town.server'
import { administering } from './administering'
import { withDifferences } from './read-category-history.server'
import { settingsNow } from './settings-versions.server'
import { wordingSources } from './wording-sources.server'

const reading = { ...administering, values: ['performing'], effect: 'public-read', touches: {} } as const

/** The administrator opens the settings of the town. */
export const readSettings = defineInteraction({
  ...reading,
  name: 'town.read-settings',
  input: z.object({}),
  async handle({ tx }) {
    const { languages: spoken } = await townOf(tx)
    const waiting = await tx.proposedChange.findFirst({
      where: { kind: 'settings', state: 'waiting' },
      select: { id: true },
    })
    return { ...(await settingsNow(tx)), spoken, waiting: waiting?.id ?? null }
  },
})

/** Everything that was changed on the settings: what stood there, what stands there now, who, why, and who agreed. */
export const readSettingsHistory = defineInteraction({
  ...reading,
  name: 'town.read-settings-history',
  roles: ['administrator', 'oversight'],
  input: z.object({}),
  async handle({ tx }) {
    const versions = await tx.townSettingsVersion.findMany({ orderBy: { version: 'desc' }, take: 200 })
    return { versions: await withDifferences(tx, versions) }
  },
})

const mostFound = 40

/** The administrator looks for a sentence of the platform, by what it says or by its name. */
export const readWordings = defineInteraction({
  ...reading,
  name: 'town.read-wordings',
  input: z.object({
    in: z.enum(languages).optional().catch(undefined),
    text: z.string().trim().max(100).catch(''),
    word: z.string().max(120).optional().catch(undefined),
  }),
  async handle({ input, tx, language }) {
    const { content } = await settingsNow(tx)
    const inLanguage = input.in ?? language
    const base = await wordingSources(inLanguage)
    const own = content.wordings[inLanguage] ?? {}
    const sought = input.text.toLocaleLowerCase(inLanguage)
    const { word } = input
    const keys = Object.keys(base).filter((key) =>
      sought === ''
        ? Object.hasOwn(own, key)
        : key.includes(sought) || ((base[key] ?? '') + (own[key] ?? '')).toLocaleLowerCase(inLanguage).includes(sought),
    )
    const found = keys.sort().slice(0, mostFound)
    return {
      in: inLanguage,
      text: input.text,
      count: keys.length,
      chosen:
        word !== undefined && Object.hasOwn(base, word)
          ? { key: word, base: base[word] ?? '', own: own[word] ?? '' }
          : null,
      found: found.map((key) => ({
        key,
        base: base[key] ?? '',
        own: own[key] ?? '',
      })),
    }
  },
})
