import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { Details } from '../details'
import { TextArea } from '../field'
import { Form } from '../form'
import { Notice } from '../notice'
import { OnceField } from '../once-field'
import { useWords } from '../words'
import { InformationNotice, type NoticeParts } from './information-notice'
import { OnePhotoField } from './one-photo-field'
import { PrivateWords } from './private-words'

type ReceiptAddProps = {
  isAsked: boolean
  isAdded: boolean
  once: string
  notice: NoticeParts
  problem?: ProblemJson | null
}

/** Room to add to the report: open at once when the town asked something, one press away otherwise. */
export function ReceiptAdd({ isAsked, isAdded, once, notice, problem }: ReceiptAddProps) {
  const t = useWords()
  const form = (
    <Form encType="multipart/form-data" problem={problem}>
      <PrivateWords problem={problem} />
      <TextArea
        // Empty again once it was taken.
        key={once}
        name="description"
        label={isAsked ? t('receipt.add.answer') : t('receipt.add.text')}
        hint={t('receipt.add.text.hint')}
        rows={4}
        maxLength={2000}
      />
      <OnePhotoField label={t('receipt.add.photo')} hint={t('report.photos.public')} />
      <InformationNotice notice={notice} brief />
      <OnceField once={once} />
      <Button weight={isAsked ? 'primary' : 'secondary'}>{t('receipt.add.send')}</Button>
    </Form>
  )
  return (
    <section className="no-print stack" id="add" aria-label={t('receipt.add')}>
      {isAdded && !problem && (
        <Notice tone="ok" live>
          <p>{t('receipt.add.done')}</p>
        </Notice>
      )}
      {isAsked ? (
        form
      ) : (
        <Details summary={t('receipt.add')} open={Boolean(problem)}>
          {form}
        </Details>
      )}
    </section>
  )
}
