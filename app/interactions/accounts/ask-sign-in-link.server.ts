import { env } from '~/platform/env.server'
import { safeRedirect } from '~/platform/safe-redirect'
import { keyFor, normaliseEmail, seal } from '~/platform/sealing.server'
import { tokenHash } from '~/platform/tokens.server'
import { isTooOften } from '~/platform/too-often.server'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { askSignInLinkInput } from './ask-sign-in-link.input'
import { noticeFact } from './notice-shown.input'
import { makeLink } from './one-time-link.server'

/** Where an asked address waits, sealed, until the letter is written. */
export const askedPlace = 'one_time_token.content.email'
export const askedKey = () => keyFor(env().secretKey, 'address that asked to sign in')

/**
 * A resident asks for a link to sign in. Whether the address is known is not looked up here: the answer and the time it
 * takes are the same for everybody, and what follows is told to the owner of the address alone.
 */
export const askSignInLink = defineInteraction({
  name: 'sign-in.ask-link',
  input: askSignInLinkInput,
  roles: roles.filter((role) => role !== 'system'),
  purpose: 'resident-accounts',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['responsive', 'integrity'],
  limit: { times: 20, perSeconds: 600 },
  effect: 'write',
  touches: { session: ['link'], mail: ['content'] },
  facts: async ({ input }) => {
    const shown = noticeFact(input)
    return { collectsFromPerson: true, ...(shown && { noticeShown: shown }) }
  },
  async handle({ input, tx, now, language, after }) {
    const email = normaliseEmail(input.email)
    // Nobody's mailbox is flooded by somebody else: after five letters in an hour it stays silent, and so does the page.
    if (await isTooOften(tx, { kind: 'sign-in letter', who: email, times: 5, perSeconds: 3600 }, now)) return
    const sealedEmail = seal(askedKey(), email, askedPlace).toString('base64')
    const browser = tokenHash(input.browserToken).toString('base64')
    const content = { sealedEmail, language, browser, next: safeRedirect(input.next, '/me') }
    const { token } = await makeLink(tx, { purpose: 'sign-in-asked', minutes: 60, content }, now)
    after('sign-in.write-link', { token })
  },
  about: () => ({ object: { type: 'sign-in', ref: 'resident' } }),
})
