import { Link } from '@remix-run/react'
import type { AcknowledgedMany } from '~/interactions/cases/acknowledge-many.server'
import type { showChosen } from '~/interactions/cases/show-chosen.server'
import { titleOf } from '~/interactions/issues/issue.input'
import { ownNameOf } from '~/platform/languages'
import { Button } from '../button'
import { Tick } from '../choice'
import { Select, TextArea } from '../field'
import { Form } from '../form'
import { StatusSign, StatusWords, stateOf } from '../issues/status'
import { Notice } from '../notice'
import { OnceField } from '../once-field'
import { PageTitle } from '../page-title'
import { useTown } from '../town'
import { useWords } from '../words'
import { KeepsText } from './keeps-text'

type Chosen = Awaited<ReturnType<typeof showChosen.handle>> & { once: string }

/** One message for several cases, each of them an act of its own. What was refused is said case by case. */
export function AcknowledgeMany({ chosen, result }: { chosen: Chosen; result: AcknowledgedMany | undefined }) {
  const t = useWords()
  const { languages } = useTown()
  const { cases, now, once } = chosen
  const problem = result?.problem
  const isSent = result && !problem
  return (
    <div className="stack narrow">
      <PageTitle title={t('desk.many.title')} back={{ to: '/desk', label: t('desk.case.back') }} />
      {isSent && <Sent result={result} />}
      {!isSent && (
        <Form problem={problem} action="/desk/acknowledge">
          <OnceField once={once} />
          <p>{t('desk.many.about', { count: cases.length })}</p>
          <ul className="queue queue-short">
            {cases.map((one) => (
              <li key={one.ref}>
                <input type="hidden" name="case" value={`${one.ref} ${one.version}`} />
                <StatusSign state={stateOf(one, now)} />
                <div className="queue-what">
                  <Link to={`/desk/cases/${one.ref}`}>{titleOf(t, one)}</Link>
                  <p className="muted small">
                    <StatusWords issue={one} now={now} />
                  </p>
                </div>
              </li>
            ))}
          </ul>
          <TextArea
            name="text"
            label={t('desk.acknowledge.text')}
            hint={t('desk.acknowledge.hint')}
            optional
            maxLength={2000}
          />
          <Select
            name="language"
            label={t('desk.field.language')}
            defaultValue={t.language}
            options={[...new Set([...languages, t.language])].map((one) => ({ value: one, label: ownNameOf(one) }))}
            width="medium"
          />
          <KeepsText problem={problem} />
          <Tick name="takesCase" label={t('desk.many.take')} />
          <Button>{t('desk.acknowledge.send')}</Button>
        </Form>
      )}
    </div>
  )
}

function Sent({ result: { done, refused } }: { result: AcknowledgedMany }) {
  const t = useWords()
  return (
    <>
      {done.length > 0 && (
        <Notice tone="ok" live>
          <p>{t('desk.many.done', { count: done.length })}</p>
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice tone="warn" title={t('desk.many.refused', { count: refused.length })} live>
          <ul>
            {refused.map(({ ref, problem }) => (
              <li key={ref}>
                <Link to={`/desk/cases/${ref}`}>{ref}</Link>: {t(problem.detail, problem.values)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p>
        <Link to="/desk?view=unassigned">{t('desk.many.on')}</Link>
      </p>
    </>
  )
}
