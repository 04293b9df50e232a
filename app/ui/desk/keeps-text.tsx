import type { ProblemJson } from '~/platform/problems'
import { Tick } from '../choice'
import { useWords } from '../words'

/** Shown only after the warning: whoever wrote it takes the words out, or says that they stay. */
export function KeepsText({ problem }: { problem?: ProblemJson | null | undefined }) {
  const t = useWords()
  const isWarned = Object.values(problem?.fields ?? {}).includes('desk.field.sensitive')
  if (!isWarned && problem?.kept?.keepsText !== 'yes') return null
  return <Tick name="keepsText" label={t('desk.field.keep')} hint={t('desk.field.keep.hint')} />
}
