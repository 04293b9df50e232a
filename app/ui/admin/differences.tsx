import { useWords } from '../words'
import { ruleLines } from './rule-lines'

type Change = { field: string; before: unknown; after: unknown }

type DifferencesProps = {
  changes: readonly Change[]
  /** Fields that a second person has to look at. */
  marked?: readonly string[]
  /** It has not happened yet. */
  isProposed?: boolean
}

/** What a change does to a rule: each field with what stood there and what stands there now, and nothing that stayed. */
export function Differences({ changes, marked = [], isProposed }: DifferencesProps) {
  const t = useWords()
  return (
    <dl className="differences">
      {changes.map(({ field, before, after }) => {
        const [was, is] = [ruleLines(t, field, before), ruleLines(t, field, after)]
        const gone = was.filter((line) => !is.includes(line))
        const fresh = is.filter((line) => !was.includes(line))
        const isOrderOnly = gone.length === 0 && fresh.length === 0
        return (
          <div key={field}>
            <dt>
              {t(`rule.field.${field}`)}
              {marked.includes(field) && <span className="needs-second"> {t('rule.needs-second')}</span>}
            </dt>
            <dd>
              {isOrderOnly && t('rule.order')}
              <Lines
                kind="del"
                word={t('rule.was')}
                lines={gone}
                none={!isOrderOnly && was.length === 0 ? t('rule.none') : null}
              />
              <Lines
                kind="ins"
                word={isProposed ? t('rule.will-be') : t('rule.is')}
                lines={fresh}
                none={!isOrderOnly && is.length === 0 ? t('rule.none') : null}
              />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

type LinesProps = { kind: 'del' | 'ins'; word: string; lines: readonly string[]; none: string | null }

// The word stands in front, because colour and a line through it say nothing to everybody.
function Lines({ kind: Kind, word, lines, none }: LinesProps) {
  if (lines.length === 0 && none === null) return null
  return (
    <div className={`difference difference-${Kind}`}>
      <span className="difference-word">{word}</span>
      <ul className="plain-list">
        {(lines.length > 0 ? lines : [none]).map((line) => (
          <li key={line}>
            <Kind dir="auto">{line}</Kind>
          </li>
        ))}
      </ul>
    </div>
  )
}
