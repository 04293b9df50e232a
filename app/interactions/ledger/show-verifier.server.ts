import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { anybodyReads } from './anybody'
import { whatVerifyingTakes } from './what-verifying-takes.server'

/** The page where anybody checks a receipt in their own browser. */
export const showVerifier = defineInteraction({
  ...anybodyReads,
  name: 'ledger.show-verifier',
  input: z.object({}),
  handle: async ({ tx, language }) => ({ ...(await whatVerifyingTakes(tx)), language }),
})
