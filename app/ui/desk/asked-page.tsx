import { Link } from '@remix-run/react'
import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { Facts } from '../facts'
import { TextArea } from '../field'
import { FindingDeadline } from '../findings/finding-state'
import { Form } from '../form'
import { OnceField } from '../once-field'
import { PageTitle } from '../page-title'
import { useTown } from '../town'
import { When } from '../when'
import { useWords } from '../words'
import type { AskedShown } from './asked-list'

type AskedPageProps = { asked: AskedShown & { version: number }; once: string; problem: ProblemJson | null }

/** One question of oversight: about which act it is, what is asked, and room for the explanation. */
export function AskedPage({ asked, once, problem }: AskedPageProps) {
  const t = useWords()
  const isOfDesk = useTown().viewer.role === 'civil-servant'
  const { number, version, state, askedTo, issueRef, what, actedAt, text, explained } = asked
  return (
    <div className="stack">
      <PageTitle
        title={t('finding.one.title', { number })}
        back={{ to: '/desk/findings', label: t('finding.asked.title') }}
      >
        {t(`finding.asked.to.${askedTo}`)}
      </PageTitle>
      <p>
        <FindingDeadline {...asked} />
      </p>
      <Facts
        facts={[
          { term: t('finding.asked.act'), value: what },
          { term: t('finding.asked.when'), value: actedAt && <When at={actedAt} withTime /> },
          {
            term: t('finding.asked.case'),
            value:
              issueRef && (isOfDesk ? <Link to={`/desk/cases/${issueRef}`}>{issueRef}</Link> : <bdi>{issueRef}</bdi>),
          },
        ]}
      />
      <h2>{t('finding.asked.question')}</h2>
      <blockquote className="quoted" dir="auto">
        {text}
      </blockquote>
      {explained !== null && (
        <>
          <h2>{t('finding.asked.explained')}</h2>
          <p className="told" dir="auto">
            {explained}
          </p>
        </>
      )}
      {state === 'asked' && (
        <Form problem={problem}>
          <OnceField once={once} />
          <input type="hidden" name="version" value={version} />
          <TextArea
            name="text"
            label={t('finding.asked.text')}
            hint={t('finding.asked.text.hint')}
            maxLength={2000}
            rows={6}
          />
          <Button>{t('finding.asked.send')}</Button>
        </Form>
      )}
    </div>
  )
}
