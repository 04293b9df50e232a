import { type FormEvent, useEffect, useState } from 'react'
import type { ProblemJson } from '~/platform/problems'
import type { CheckedReceipt, TrustedKeys } from '~/safeguards/ledger/check-receipt'
import { Button } from '../button'
import { Field, TextArea } from '../field'
import { Form } from '../form'
import { Notice } from '../notice'
import { useWords } from '../words'
import { ReceiptResult } from './receipt-result'
import { sayReceipt } from './say-receipt'

type VerifyFormProps = {
  keys: TrustedKeys
  acts: Record<string, string>
  /** What the server found, for a browser without scripts. */
  byServer: CheckedReceipt | null
  problem: ProblemJson | null
}

/** Takes a receipt and says what it proves: in the browser where scripts run, else by the server. */
export function VerifyForm({ keys, acts, byServer, problem }: VerifyFormProps) {
  const t = useWords()
  const [isAlive, setIsAlive] = useState(false)
  const [found, setFound] = useState<CheckedReceipt | 'failed' | null>(null)
  useEffect(() => setIsAlive(true), [])
  useEffect(() => {
    if (found) document.getElementById('result')?.focus()
  }, [found])

  async function check(event: FormEvent<HTMLFormElement>) {
    // Before anything else: nothing of it may leave this browser.
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const file = form.get('files')
    const chosen = file instanceof File && file.size > 0 ? file : null
    setFound(
      await import('./check-here')
        .then(({ checkHere }) => checkHere(chosen, String(form.get('text') ?? ''), keys))
        .catch(() => 'failed' as const),
    )
  }

  const checked = found ?? byServer
  return (
    <div className="stack-wide">
      <Form encType="multipart/form-data" problem={problem} onSubmit={check}>
        <Field
          name="files"
          type="file"
          accept=".json,.tlog-proof"
          label={t('verify.file')}
          hint={t('verify.file.hint')}
          dir={undefined}
        />
        <TextArea name="text" label={t('verify.text')} rows={4} spellCheck={false} dir="ltr" />
        {isAlive ? (
          <p className="muted">{t('verify.here')}</p>
        ) : (
          <noscript>
            <p>{t('verify.server.before')}</p>
          </noscript>
        )}
        <div>
          <Button>{t('verify.check')}</Button>
        </div>
      </Form>
      {checked === 'failed' ? (
        <Notice tone="danger" live>
          <p>{t('verify.here.failed')}</p>
        </Notice>
      ) : (
        checked && <ReceiptResult said={sayReceipt(t, acts, checked)} byServer={found === null} />
      )}
    </div>
  )
}
