import { z } from 'zod'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { staffRoles } from '~/safeguards/vocabulary'
import { ownId } from './own'
import { openCodes } from './shown-once.server'

/** Somebody sees the recovery codes that were just made for them. Ten minutes later nobody can show them any more. */
export const seeRecoveryCodes = defineInteraction({
  name: 'account.see-recovery-codes',
  input: z.object({ sealedCodes: z.string().max(2000) }),
  roles: staffRoles,
  purpose: 'staff-accounts',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['integrity'],
  effect: 'read',
  touches: { staff: ['recovery-codes'] },
  async handle({ input, actor, now }) {
    const codes = openCodes(ownId(actor), input.sealedCodes, now)
    if (!codes) throw new NotFound()
    return { codes }
  },
  about: (_input, _value, { id }) => ({ object: { type: 'account', ref: 'own' }, subjects: id ? [id] : [] }),
})
