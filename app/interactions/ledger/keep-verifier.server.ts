import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { townOrNull } from '../town/town.server'
import { anybodyReads } from './anybody'
import { whatVerifyingTakes } from './what-verifying-takes.server'

/** One file that checks receipts without the town: its keys are written into it on the day it is fetched. */
export const keepVerifier = defineInteraction({
  ...anybodyReads,
  name: 'ledger.keep-verifier',
  input: z.object({}),
  async handle({ tx, language, now }) {
    const town = await townOrNull(tx)
    const { wordings = {}, theme = {} } = town?.settings ?? {}
    return {
      ...(await whatVerifyingTakes(tx)),
      ...{ language, wordings, theme, madeAt: now.toISOString(), timezone: town?.timezone ?? 'UTC' },
    }
  },
})
