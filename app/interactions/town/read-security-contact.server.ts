import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { townOrNull } from './town.server'

/** Whom to tell about a weakness of this platform, for `/.well-known/security.txt` (RFC 9116). */
export const readSecurityContact = defineInteraction({
  name: 'town.read-security-contact',
  input: z.object({}),
  roles,
  purpose: 'security-of-the-platform',
  legalBasis: 'A6-1-c-legal-obligation',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['integrity'],
  effect: 'public-read',
  touches: {},
  async handle({ tx, now }) {
    const town = await townOrNull(tx)
    const { securityEmail = '', email = '' } = town?.settings.contact ?? {}
    return { email: securityEmail || email, languages: town?.languages ?? ['en'], now }
  },
})
