import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { useWords } from '../words'

type Found = { field: string; words: string; kind: string }
type Asking = ProblemJson & { found: Found[]; blackedOut: Record<string, string> }

const asksAbout = (problem: ProblemJson | null | undefined): problem is Asking =>
  problem?.type === '/problems/sensitive-text' && 'found' in problem

/** Before it is sent: words that may say too much about somebody, and what to do about them. The writer decides. */
export function PrivateWords({ problem }: { problem?: ProblemJson | null }) {
  const t = useWords()
  if (!asksAbout(problem)) return null
  return (
    <section className="private-words stack" aria-label={t('report.private.title')}>
      <p>{t('report.private.lead')}</p>
      <ul>
        {problem.found.map(({ field, words, kind }) => (
          <li key={`${field} ${words}`}>
            <strong dir="auto">
              <bdi>{words}</bdi>
            </strong>{' '}
            ({t(`report.private.${kind}`)})
          </li>
        ))}
      </ul>
      <p>{t('report.private.preview')}</p>
      {Object.entries(problem.blackedOut).map(([field, text]) => (
        <blockquote key={field} dir="auto" className="private-preview">
          {text}
        </blockquote>
      ))}
      <p>{t('report.private.choose')}</p>
      <div className="row">
        <Button name="privacy" value="black-out">
          {t('report.private.black-out')}
        </Button>
        <Button name="privacy" value="keep" weight="secondary">
          {t('report.private.keep')}
        </Button>
      </div>
    </section>
  )
}
