import { Link, Form as PlainForm } from '@remix-run/react'
import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { Empty } from '../empty'
import { Field, Select, TextArea } from '../field'
import { Form } from '../form'
import { OnceField } from '../once-field'
import { PageTitle } from '../page-title'
import { useWords } from '../words'
import { BecameNotice } from './became-notice'
import { ReasonField } from './reason-field'
import { SettingsTabs } from './settings-tabs'

type Wording = { key: string; base: string; own: string }
type WordingFormsProps = {
  in: string
  text: string
  count: number
  found: readonly Wording[]
  chosen: Wording | null
  once: string
  problem?: ProblemJson
}

/** Sentences of the platform, looked up by what they say, and the town's own words for them. */
export function WordingForms({ in: language, text, count, found, chosen, once, problem }: WordingFormsProps) {
  const t = useWords()
  return (
    <div className="stack">
      <PageTitle title={t('admin.settings.tab.wordings')}>{t('admin.wordings.lead')}</PageTitle>
      <SettingsTabs />
      <BecameNotice />
      {chosen && <OneWording {...{ chosen, language, once, problem }} />}
      <PlainForm method="get" className="inline-form" role="search" key={`${language} ${text}`}>
        <Field
          name="text"
          label={t('admin.wordings.search')}
          hint={t('admin.wordings.search-hint')}
          defaultValue={text}
          maxLength={100}
          autoComplete="off"
        />
        <Select
          name="in"
          label={t('admin.wordings.language')}
          options={['en', 'nl', 'es', 'ar'].map((one) => ({ value: one, label: t(`rule.part.${one}`) }))}
          defaultValue={language}
          width="medium"
        />
        <Button weight="secondary">{t('admin.wordings.find')}</Button>
      </PlainForm>
      {found.length === 0 ? (
        <Empty title={text ? t('admin.wordings.none-found') : t('admin.wordings.none')}>
          <p>{t('admin.wordings.none-next')}</p>
        </Empty>
      ) : (
        <>
          <p className="muted">
            {text
              ? t('admin.wordings.count', { n: count, shown: found.length })
              : t('admin.wordings.own', { n: count })}
          </p>
          <ul className="wordings">
            {found.map(({ key, base, own }) => (
              <li key={key}>
                <Link to={`/admin/settings/wordings?${new URLSearchParams({ in: language, text, word: key })}`}>
                  <code lang="en">{key}</code>
                </Link>
                <p lang={language} dir="auto">
                  {own || base}
                </p>
                {own && (
                  <p lang={language} dir="auto" className="muted small">
                    <del>{base}</del>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function OneWording({
  chosen,
  language,
  once,
  problem,
}: {
  chosen: Wording
  language: string
  once: string
  problem?: ProblemJson
}) {
  const t = useWords()
  return (
    <section className="one-wording stack" aria-labelledby="one-wording">
      <h2 id="one-wording">
        <code lang="en">{chosen.key}</code>
      </h2>
      <p className="muted">{t('admin.wordings.ours')}</p>
      <p lang={language} dir="auto">
        {chosen.base}
      </p>
      <Form problem={problem} key={chosen.key}>
        <OnceField once={once} />
        <input type="hidden" name="language" value={language} />
        <input type="hidden" name="word" value={chosen.key} />
        <TextArea
          name="wording"
          label={t('admin.wordings.own-words')}
          hint={t('admin.wordings.own-hint')}
          defaultValue={chosen.own}
          rows={3}
          lang={language}
          optional
        />
        <ReasonField />
        <Button>{t('admin.save')}</Button>
      </Form>
    </section>
  )
}
