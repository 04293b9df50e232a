import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import type { AnyInteraction } from '~/safeguards/interaction.server'
import { keysShown } from '~/safeguards/ledger/keys-shown'
import { sha256 } from '~/safeguards/ledger/node-crypto.server'
import { personalSubjects } from '~/safeguards/vocabulary'
import { allInteractions } from '../register/all-interactions.server'
import { trustedKeys } from './trusted-keys.server'

/** What a receipt of this town is checked with: the keys, where to compare them, and the acts there are receipts of. */
export async function whatVerifyingTakes(tx: Tx) {
  const [keys, all] = await Promise.all([trustedKeys(tx), allInteractions()])
  return {
    keys,
    shown: keysShown(sha256, keys),
    keyAddress: `${env().baseUrl}/ledger`,
    host: new URL(env().baseUrl).host,
    acts: all.filter(isAboutPeople).map(({ name }) => name),
  }
}

// A receipt is of an act that touched a person's data, or that a resident did themselves.
const isAboutPeople = ({ effect, touches, roles }: AnyInteraction) =>
  effect !== 'public-read' &&
  (Object.keys(touches).some((subject) => isPersonal(subject)) || (effect === 'write' && roles.includes('resident')))
const isPersonal = (subject: string) => (personalSubjects as readonly string[]).includes(subject)
