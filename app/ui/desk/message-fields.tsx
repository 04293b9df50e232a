import { ownNameOf } from '~/platform/languages'
import type { ProblemJson } from '~/platform/problems'
import { Select, TextArea } from '../field'
import { useTown } from '../town'
import { useWords } from '../words'
import { KeepsText } from './keeps-text'
import { useCase } from './use-case'

type MessageFieldsProps = {
  label: string
  hint?: string
  optional?: boolean
  problem?: ProblemJson | null | undefined
}

/** A text that everybody will read: the words, their language, and the choice to keep what a check warned about. */
export function MessageFields({ label, hint, optional, problem }: MessageFieldsProps) {
  return (
    <>
      <TextArea name="text" label={label} hint={hint} optional={optional} maxLength={2000} rows={5} />
      <LanguageField />
      <KeepsText problem={problem} />
    </>
  )
}

/** The language of a public text. It begins with the one in which the first reporter wrote. */
export function LanguageField({ language }: { language?: string }) {
  const t = useWords()
  const { languages } = useTown()
  const { case: here } = useCase()
  const first = here.firstLanguage
  const offered = [...new Set([...(first ? [first] : []), ...languages, t.language])]
  return (
    <Select
      name="language"
      label={t('desk.field.language')}
      hint={first ? t('desk.field.language.hint', { language: ownNameOf(first) }) : undefined}
      defaultValue={language ?? first ?? t.language}
      options={offered.map((one) => ({ value: one, label: ownNameOf(one) }))}
      width="medium"
    />
  )
}
