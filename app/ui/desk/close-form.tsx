import { Link, useLocation } from '@remix-run/react'
import { Fragment } from 'react'
import { ownNameOf } from '~/platform/languages'
import type { ProblemJson } from '~/platform/problems'
import { Choice } from '../choice'
import { fullDate } from '../dates'
import { Details } from '../details'
import { TextArea } from '../field'
import { useTown } from '../town'
import { useWords } from '../words'
import { ActForm } from './act-form'
import type { PreparedDecision } from './case-page'
import { KeepsText } from './keeps-text'
import { LanguageField } from './message-fields'
import { TownPhotos } from './town-photos'
import { useCase } from './use-case'

type CloseFormProps = { prepared: PreparedDecision; problem?: ProblemJson | null | undefined }

/** A decision: what was found, on what ground, why; and what a reporter can do who does not agree, which the town has set. */
export function CloseForm({ prepared, problem }: CloseFormProps) {
  const t = useWords()
  const { begun, redress, chosen, language } = prepared
  // A template that was chosen fills the form anew; what the server sent back stands above it.
  const begin = `${chosen ?? ''} ${language}`
  return (
    <ActForm
      title={t('desk.act.close')}
      about={t('desk.close.about')}
      send={t('desk.close.send')}
      problem={problem && withField(problem)}
      hasFiles
      before={<Templates prepared={prepared} />}
    >
      <div className="act-form" key={begin}>
        <Choice
          name="outcome"
          label={t('desk.close.outcome')}
          chosen={begun.outcome ?? undefined}
          options={[
            { value: 'resolved', label: t('desk.close.resolved'), hint: t('desk.close.resolved.hint') },
            { value: 'not-resolved', label: t('desk.close.not-resolved'), hint: t('desk.close.not-resolved.hint') },
          ]}
        />
        <TextArea
          name="facts"
          label={t('desk.close.facts')}
          hint={t('desk.close.facts.hint')}
          defaultValue={begun.facts}
          maxLength={3000}
          rows={4}
        />
        <TextArea
          name="ground"
          label={t('desk.close.ground')}
          hint={t('desk.close.ground.hint')}
          defaultValue={begun.ground}
          maxLength={3000}
          rows={2}
        />
        <TextArea
          name="reasons"
          label={t('desk.close.reasons')}
          hint={t('desk.close.reasons.hint')}
          defaultValue={begun.reasons}
          maxLength={3000}
          rows={5}
        />
        <TownPhotos />
        <LanguageField language={language} />
        <KeepsText problem={problem} />
      </div>
      <Redress redress={redress} />
    </ActForm>
  )
}

/** Beginnings for the kind of issue at hand, as links: they work without scripts and can be looked at before anything is typed. */
function Templates({ prepared: { templates, chosen, language } }: Pick<CloseFormProps, 'prepared'>) {
  const t = useWords()
  const { case: here } = useCase()
  const to = (key: string) => `/desk/cases/${here.ref}/close?template=${key}&language=${language}#act`
  const begunWith = templates.find(({ key }) => key === chosen)
  return (
    <>
      <Details summary={t('desk.close.templates')}>
        <p className="muted small">{t('desk.close.templates.about')}</p>
        {(['resolved', 'not-resolved'] as const).map((outcome) => (
          <ul key={outcome} className="act-links" aria-label={t(`desk.close.${outcome}`)}>
            {templates
              .filter((template) => template.outcome === outcome)
              .map(({ key, name }) => (
                <li key={key}>
                  <Link to={to(key)} preventScrollReset aria-current={key === chosen ? 'true' : undefined}>
                    {name}
                  </Link>
                </li>
              ))}
          </ul>
        ))}
      </Details>
      {begunWith && <BegunWith template={begunWith} language={language} />}
    </>
  )
}

/** With which text it began, and the same one in another language of the town. */
function BegunWith({ template, language }: { template: { key: string; name: string }; language: string }) {
  const t = useWords()
  const { pathname } = useLocation()
  const { languages } = useTown()
  const others = [...new Set([...languages, t.language])].filter((one) => one !== language)
  return (
    <p className="small">
      {t('desk.close.begun', { name: template.name })} {t('desk.close.templates.in')}{' '}
      {others.map((one, at) => (
        <Fragment key={one}>
          {at > 0 && ' · '}
          <Link
            to={`${pathname}?${new URLSearchParams({ template: template.key, language: one })}#act`}
            lang={one}
            preventScrollReset
          >
            {ownNameOf(one)}
          </Link>
        </Fragment>
      ))}
    </p>
  )
}

function Redress({ redress: { body, address, until } }: { redress: PreparedDecision['redress'] }) {
  const t = useWords()
  const { now } = useTown()
  if (!body || !address) return <p className="tone-danger">{t('desk.close.no-redress')}</p>
  const date = fullDate(new Date(until), { locale: t.intl.locale, timezone: 'UTC' }, new Date(now))
  return (
    <div className="small">
      <p className="label">{t('desk.close.redress')}</p>
      <p>{t('desk.close.redress.text', { body, address, date })}</p>
    </div>
  )
}

// What the check on decisions misses is said at the field it misses, too.
const fieldOf: Record<string, string> = {
  'check.L08.facts-missing': 'facts',
  'check.L08.ground-missing': 'ground',
  'check.L08.reasons-missing': 'reasons',
  'check.L08.reasons-too-short': 'reasons',
}

function withField(problem: ProblemJson): ProblemJson {
  const field = fieldOf[problem.detail]
  return field ? { ...problem, fields: { ...problem.fields, [field]: problem.detail } } : problem
}
