import { useFieldProblem } from '../form-problem'
import { Table } from '../table'
import { useWords } from '../words'

export type ChoiceRow = { value: string; label: Readonly<Record<string, string | undefined>> }

const languages = ['en', 'nl', 'es', 'ar'] as const
const columns = [...languages, 'value', 'place'] as const
const emptyRows = 3

/** The answers to choose from, one row each, in every language; a number says in which order. An empty row is no answer. */
export function ChoiceRows({ choices }: { choices: readonly ChoiceRow[] }) {
  const t = useWords()
  const kept = useKeptRows()
  const rows = kept ?? choices.map(({ value, label }, at) => ({ ...label, value, place: String(at + 1) }))
  const all: Record<string, string | undefined>[] = [
    ...rows,
    ...Array.from({ length: Math.min(emptyRows, 20 - rows.length) }, () => ({})),
  ]
  return (
    <fieldset className="field">
      <legend className="label">{t('admin.question.choices')}</legend>
      <div className="hint">{t('admin.question.choices-hint')}</div>
      <Table
        caption={t('admin.question.choices')}
        hideCaption
        columns={[
          { key: 'place', label: t('admin.question.place') },
          ...languages.map((language) => ({ key: language, label: t(`rule.part.${language}`) })),
        ]}
        rows={all.map((row, at) => ({
          // A row is its place until it is sent.
          key: String(at),
          cells: {
            place: (
              <>
                <input type="hidden" name="choice.value" value={row.value ?? ''} />
                <input
                  className="input cell-short"
                  name="choice.place"
                  inputMode="numeric"
                  maxLength={2}
                  defaultValue={row.place ?? String(at + 1)}
                  aria-label={t('admin.question.place-of', { n: at + 1 })}
                />
              </>
            ),
            ...Object.fromEntries(
              languages.map((language) => [
                language,
                <input
                  key={language}
                  className="input cell-wide"
                  name={`choice.${language}`}
                  lang={language}
                  dir={language === 'ar' ? 'rtl' : 'ltr'}
                  maxLength={120}
                  defaultValue={row[language] ?? ''}
                  aria-label={t('admin.question.choice-in', { n: at + 1, language: t(`rule.part.${language}`) })}
                  autoComplete="off"
                />,
              ]),
            ),
          },
        }))}
      />
    </fieldset>
  )
}

// What stood in the rows when the form came back.
function useKeptRows(): Record<string, string>[] | null {
  const { kept } = useFieldProblem('choice.value')
  const others = {
    en: useFieldProblem('choice.en').kept,
    nl: useFieldProblem('choice.nl').kept,
    es: useFieldProblem('choice.es').kept,
    ar: useFieldProblem('choice.ar').kept,
    place: useFieldProblem('choice.place').kept,
  }
  if (kept === undefined) return null
  const all = { ...others, value: kept }
  const rows = [kept]
    .flat()
    .map((_, at) => Object.fromEntries(columns.map((column) => [column, [all[column] ?? []].flat()[at] ?? ''])))
  return rows.filter((row) => languages.some((language) => row[language]))
}
