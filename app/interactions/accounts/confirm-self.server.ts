import type { Tx } from '~/platform/db.server'
import { isPassword } from '~/platform/passwords.server'
import { isTooOften } from '~/platform/too-often.server'
import { judgeCode } from './second-factor.server'

/** True when the person shows once more, here and now, that it is them: their password and a code that was not used yet. */
export async function isConfirmedSelf(
  tx: Tx,
  personId: string,
  { presentPassword, code }: { presentPassword: string; code: string },
  now: Date,
): Promise<boolean> {
  if (await isTooOften(tx, { kind: 'confirm', who: personId, times: 10, perSeconds: 900 }, now)) return false
  const { passwordHash } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { passwordHash: true },
  })
  if (!(await isPassword(passwordHash, presentPassword))) return false
  return (await judgeCode(tx, personId, code, now)) !== 'wrong'
}
