import { useFieldParts } from '../field-frame'
import { onlyOne } from '../form-problem'
import { useWords } from '../words'

const spoken = ['en', 'nl', 'es', 'ar'] as const
type Words = Readonly<Record<string, string | undefined>>

type WordsFieldsProps = {
  name: string
  label: string
  hint?: string
  words: Words
  longest: number
  lines?: number
  optional?: boolean
}

/** The same words in each language, side by side. One is enough: whoever reads another language sees that one. */
export function WordsFields({ name, label, hint, words, longest, lines = 1, optional }: WordsFieldsProps) {
  const t = useWords()
  return (
    <fieldset className="field words-fields">
      <legend className="label">
        {label} {optional && <span className="optional">{t('common.field.optional')}</span>}
      </legend>
      {hint && <div className="hint">{hint}</div>}
      <div className="words-grid">
        {spoken.map((language) => (
          <WordsField
            key={language}
            name={`${name}.${language}`}
            {...{ language, longest, lines }}
            text={words[language] ?? ''}
          />
        ))}
      </div>
    </fieldset>
  )
}

type WordsFieldProps = { name: string; language: string; longest: number; lines: number; text: string }

function WordsField({ name, language, longest, lines, text }: WordsFieldProps) {
  const t = useWords()
  const { id, kept, error, values } = useFieldParts({ name })
  const control = {
    id,
    name,
    lang: language,
    dir: language === 'ar' ? 'rtl' : 'ltr',
    maxLength: longest,
    defaultValue: kept === undefined ? text : onlyOne(kept),
    className: 'input',
    autoComplete: 'off',
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? `${id}-error` : undefined,
  } as const
  return (
    <div>
      <label className="hint" htmlFor={id}>
        {t(`rule.part.${language}`)}
      </label>
      {lines > 1 ? <textarea {...control} rows={lines} /> : <input {...control} />}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {t(error, values)}
        </p>
      )}
    </div>
  )
}
