import { type FindingKindName, findingKindNames, findingKinds } from '~/interactions/findings/kinds'
import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { Tick } from '../choice'
import { Field, TextArea } from '../field'
import { Form } from '../form'
import { OnceField } from '../once-field'
import { PageTitle } from '../page-title'
import { useWords } from '../words'
import { BecameNotice } from './became-notice'
import { ReasonField } from './reason-field'
import { SettingsTabs } from './settings-tabs'
import { WaitingNotice } from './waiting-notice'
import { WordsFields } from './words-fields'

type Words = Readonly<Record<string, string | undefined>>
type TownFormProps = {
  version: number
  content: {
    title: Words
    lead: Words
    contact: {
      email: string
      phone: string
      address: string
      hours: Words
      privacyEmail: string
      securityEmail: string
    }
    redress: { body: string; address: string; termDays: number }
    answerDays: number
    findingDays: Partial<Record<FindingKindName, number>>
    photosNeedLook: boolean
  }
  waiting: string | null
  once: string
  problem?: ProblemJson
}

/** What the town says about itself, how it is reached, and where somebody goes who does not agree. */
export function TownForm({ version, content, waiting, once, problem }: TownFormProps) {
  const t = useWords()
  const { title, lead, contact, redress, answerDays, findingDays, photosNeedLook } = content
  const number = { inputMode: 'numeric', width: 'short', dir: undefined } as const
  return (
    <div className="stack">
      <PageTitle title={t('admin.settings.title')}>{t('admin.settings.lead')}</PageTitle>
      <SettingsTabs />
      <BecameNotice />
      <WaitingNotice change={waiting} />
      <Form problem={problem} key={version}>
        <OnceField once={once} />
        <input type="hidden" name="version" value={version} />
        <h2>{t('admin.settings.home')}</h2>
        <WordsFields
          name="title"
          label={t('rule.field.title')}
          hint={t('admin.settings.own-words')}
          words={title}
          longest={80}
          optional
        />
        <WordsFields name="lead" label={t('rule.field.lead')} words={lead} longest={300} lines={2} optional />
        <h2>{t('rule.field.contact')}</h2>
        <Field
          name="email"
          type="email"
          label={t('rule.part.email')}
          defaultValue={contact.email}
          autoComplete="off"
          optional
        />
        <Field
          name="phone"
          type="tel"
          label={t('rule.part.phone')}
          defaultValue={contact.phone}
          autoComplete="off"
          optional
        />
        <TextArea name="address" label={t('rule.part.address')} defaultValue={contact.address} rows={2} optional />
        <WordsFields name="hours" label={t('rule.part.hours')} words={contact.hours} longest={200} optional />
        <Field
          name="privacyEmail"
          type="email"
          label={t('rule.part.privacyEmail')}
          defaultValue={contact.privacyEmail}
          autoComplete="off"
          optional
        />
        <Field
          name="securityEmail"
          type="email"
          label={t('rule.part.securityEmail')}
          defaultValue={contact.securityEmail}
          autoComplete="off"
          optional
        />
        <h2>{t('rule.field.redress')}</h2>
        <p className="hint">{t('admin.settings.second-person')}</p>
        <Field name="redressBody" label={t('rule.part.body')} defaultValue={redress.body} optional />
        <TextArea
          name="redressAddress"
          label={t('rule.part.address')}
          defaultValue={redress.address}
          rows={2}
          optional
        />
        <Field name="termDays" label={t('admin.settings.term-days')} defaultValue={redress.termDays} {...number} />
        <Field name="answerDays" label={t('rule.field.answerDays')} defaultValue={answerDays} {...number} />
        <h2>{t('rule.field.findingDays')}</h2>
        <p className="hint">{t('admin.settings.second-person')}</p>
        {findingKindNames.map((kind) => (
          <Field
            key={kind}
            name={`findingDays.${kind}`}
            label={t(`rule.part.${kind}`)}
            hint={t('admin.settings.finding-days', { n: findingKinds[kind].days })}
            defaultValue={findingDays[kind] ?? ''}
            {...number}
            optional
          />
        ))}
        <Tick name="photosNeedLook" label={t('rule.field.photosNeedLook')} isChosen={photosNeedLook} />
        <ReasonField />
        <Button>{t('admin.save')}</Button>
      </Form>
    </div>
  )
}
