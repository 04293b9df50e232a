import { useTown } from '../town'
import { When } from '../when'
import { useWords } from '../words'
import { FindingDeadline, FindingState } from './finding-state'

export type QuestionShown = {
  number: number
  lineId: string
  state: string
  openedAt: Date
  dueAt: Date
  isOverdue: boolean
  words: string
  answers: readonly { kind: string; text: string; at: Date }[]
  verdict: string | null
}

/** A question that somebody asked about a look: where it stands, until when, and the answer with its reasons. */
export function OwnQuestion({ question }: { question: QuestionShown }) {
  const t = useWords()
  const { now } = useTown()
  const { number, openedAt, words, answers } = question
  return (
    <div className="own-question stack">
      <p>
        <FindingState {...question} /> <FindingDeadline {...question} />
      </p>
      <p className="muted small">
        {t('finding.own.asked', { number })} <When at={openedAt} now={now} />
      </p>
      {words && (
        <blockquote className="quoted" dir="auto">
          {words}
        </blockquote>
      )}
      {answers.map(({ kind, text, at }) => (
        <div key={`${kind} ${at.toISOString()}`}>
          <p>
            <strong>{t(`finding.own.${kind}`)}</strong>{' '}
            <span className="muted small">
              <When at={at} now={now} />
            </span>
          </p>
          <p className="told" dir="auto">
            {text}
          </p>
        </div>
      ))}
    </div>
  )
}

/** All questions of one person, newest first. */
export function OwnQuestions({ questions }: { questions: readonly QuestionShown[] }) {
  return (
    <ol className="looks">
      {questions.map((question) => (
        <li key={question.number}>
          <OwnQuestion question={question} />
        </li>
      ))}
    </ol>
  )
}
