/** Why work failed, as far as it can be said without repeating what the work was about. */
export type Failure = { kind: 'mail-server' | 'connection' | 'refused' | 'database' | 'file' | 'other'; code: string }

const kinds: readonly { kind: Failure['kind']; form: RegExp }[] = [
  { kind: 'mail-server', form: /\b(?:SMTP\D{0,20})?([45]\d{2})[ -]\d\.\d{1,3}\.\d{1,3}\b/ },
  { kind: 'connection', form: /\b(ECONN[A-Z]+|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE|ESOCKET|EDNS)\b/ },
  { kind: 'file', form: /\b(ENOENT|ENOSPC|EACCES|EROFS|EISDIR)\b/ },
  { kind: 'database', form: /\b(P\d{4}|MEENT|SQLSTATE \w{5})\b/ },
  { kind: 'refused', form: /\bproblems?[/ .]([a-z][a-z-]{2,40})\b/ },
]

/**
 * The last error of a job, boiled down to a kind and a code. The text itself may repeat an address or what somebody typed,
 * so it goes no further than this function.
 */
export function failureOf(error: string | null): Failure {
  const text = error ?? ''
  for (const { kind, form } of kinds) {
    const code = form.exec(text)?.[1]
    if (code) return { kind, code }
  }
  return { kind: 'other', code: /^([A-Z][A-Za-z]{2,40}(?:Error|Exception))\b/.exec(text)?.[1] ?? '' }
}
