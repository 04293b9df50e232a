import { TextArea } from '../field'
import { useWords } from '../words'

/** Why a rule is changed. It stands in the history, where oversight reads it. */
export function ReasonField() {
  const t = useWords()
  return <TextArea name="reason" label={t('admin.reason')} hint={t('admin.reason.hint')} rows={2} maxLength={500} />
}
