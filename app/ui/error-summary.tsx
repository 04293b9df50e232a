import { useEffect, useRef } from 'react'
import type { ProblemJson } from '~/platform/problems'
import { fieldId } from './form-problem'
import { Pictogram } from './pictogram'
import { useWords } from './words'

/** What went wrong, on top of the form, with a link to each answer that needs a look. It takes the focus, so nobody misses it. */
export function ErrorSummary({ problem }: { problem: ProblemJson }) {
  const t = useWords()
  const box = useRef<HTMLDivElement>(null)
  // Each new answer of the server is a new object: the same mistake made twice takes the focus twice.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the problem is what the focus answers to
  useEffect(() => box.current?.focus(), [problem])
  const fields = Object.entries(problem.fields ?? {})
  return (
    // biome-ignore lint/a11y/noAutofocus: without scripts this is the only way to bring a reader to the error
    <div ref={box} className="error-summary" role="alert" tabIndex={-1} autoFocus aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">
        <Pictogram name="warning" />
        {t(problem.title, problem.values)}
      </h2>
      <p>{t(problem.detail, problem.values)}</p>
      {fields.length > 0 && (
        <ul>
          {fields.map(([name, key]) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`}>{t(key, problem.values)}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
