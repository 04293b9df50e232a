import type { Tx } from '~/platform/db.server'
import { hashPassword, isPassword } from '~/platform/passwords.server'
import { isTooOften } from '~/platform/too-often.server'
import { newRecoveryCodes, readRecoveryCode, stepOfCode } from '~/platform/totp.server'
import { sealOfPerson } from '../people/person-key.server'

/** How a code was right, or that it was not. */
export type CodeVerdict = 'authenticator' | 'recovery' | 'wrong'

/**
 * Judges a code from the authenticator app, or one of the ten recovery codes, and uses it up: neither works a second time.
 * Only somebody who knows the password gets here, so a limit per person locks nobody else out.
 */
export async function judgeCode(tx: Tx, personId: string, code: string, now: Date): Promise<CodeVerdict> {
  if (await isTooOften(tx, { kind: 'second step', who: personId, times: 20, perSeconds: 3600 }, now)) return 'wrong'
  if (await isAuthenticatorCode(tx, personId, code, now)) return 'authenticator'
  return (await useRecoveryCode(tx, personId, code, now)) ? 'recovery' : 'wrong'
}

async function isAuthenticatorCode(tx: Tx, personId: string, code: string, now: Date): Promise<boolean> {
  // Locked: of two copies of one code the second meets the step that the first has used.
  await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR UPDATE`
  const { sealedTotp, totpLastStep } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { sealedTotp: true, totpLastStep: true },
  })
  const own = await sealOfPerson(tx, personId)
  if (!own || !sealedTotp) return false
  const lastStep = totpLastStep === null ? null : Number(totpLastStep)
  const step = stepOfCode(own.open(sealedTotp, 'person.sealed_totp'), code, now, lastStep)
  if (step === null) return false
  await tx.person.update({ where: { id: personId }, data: { totpLastStep: step } })
  return true
}

async function useRecoveryCode(tx: Tx, personId: string, typed: string, now: Date): Promise<boolean> {
  const code = readRecoveryCode(typed)
  if (!code) return false
  const kept = await tx.recoveryCode.findMany({ where: { personId, usedAt: null }, orderBy: { id: 'asc' } })
  for (const { id, codeHash } of kept) {
    if (!(await isPassword(codeHash, code))) continue
    const { count } = await tx.recoveryCode.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } })
    return count === 1
  }
  return false
}

/** Ten new codes for the day the phone is lost. The old ones stop working; these are shown once and never again. */
export async function renewRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
  const codes = newRecoveryCodes()
  await tx.recoveryCode.deleteMany({ where: { personId } })
  const data: { personId: string; codeHash: string }[] = []
  for (const code of codes) data.push({ personId, codeHash: await hashPassword(code) })
  await tx.recoveryCode.createMany({ data })
  return codes
}
