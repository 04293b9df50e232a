import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { contrastBetween, pairs } from '~/ui/theme/contrast'
import { schemes, tokensOf } from '~/ui/theme/tokens'
import { administering } from './administering'
import { colourNames, coloursOf } from './look-form'
import { settingsNow } from './settings-versions.server'

/** The administrator sees the colours of the town beside the platform's own, and how readable each pair is. */
export const readLook = defineInteraction({
  ...administering,
  name: 'town.read-look',
  input: z.object({}),
  values: ['equality'],
  effect: 'public-read',
  touches: {},
  async handle({ tx }) {
    const { version, content } = await settingsNow(tx)
    const waiting = await tx.proposedChange.findFirst({
      where: { kind: 'settings', state: 'waiting' },
      select: { id: true },
    })
    const base = tokensOf()
    const own = coloursOf(content.theme)
    const used = tokensOf(content.theme)
    const colourOf = (tokens: typeof used, scheme: (typeof schemes)[number], name: string) =>
      String(tokens.color[scheme][name] ?? '#000000')
    return {
      version,
      waiting: waiting?.id ?? null,
      colours: colourNames.map((name) => ({
        name,
        light: { own: own.light[name] ?? '', base: colourOf(base, 'light', name) },
        dark: { own: own.dark[name] ?? '', base: colourOf(base, 'dark', name) },
      })),
      pairs: schemes.flatMap((scheme) =>
        pairs.map(({ text, on, atLeast }) => ({
          scheme,
          text,
          on,
          atLeast,
          ratio: contrastBetween(colourOf(used, scheme, text), colourOf(used, scheme, on)),
        })),
      ),
    }
  },
})
