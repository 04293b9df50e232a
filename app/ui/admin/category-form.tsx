import { Link } from '@remix-run/react'
import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { Choice, Tick } from '../choice'
import { Field, Select } from '../field'
import { Form } from '../form'
import { OnceField } from '../once-field'
import { PageTitle } from '../page-title'
import { useWords } from '../words'
import { BecameNotice } from './became-notice'
import { ReasonField } from './reason-field'
import { WaitingNotice } from './waiting-notice'
import { WordsFields } from './words-fields'

type Words = Readonly<Record<string, string | undefined>>
type CategoryFormProps = {
  category: string
  version: number
  label: string
  content: {
    name: Words
    groupKey: string
    synonyms: Readonly<Record<string, string | readonly string[] | undefined>>
    pictogram: string
    department: string
    radiusM: number
    serviceDays: number | null
    serviceDayKind: string
    isChoosable: boolean
    isEmergency: boolean
    emergency: Words
    questions: readonly unknown[]
  }
  groups: readonly { value: string; label: string }[]
  waiting: string | null
  once: string
  problem?: ProblemJson
}

const signs =
  'lamp road pavement tree trash graffiti water sign signal animal building snow noise park car bike bus person leaf other'.split(
    ' ',
  )

/** One kind of issue: its words, how it is found, how fast the town answers, whether it can be chosen at all. */
export function CategoryForm({ category, version, label, content, groups, waiting, once, problem }: CategoryFormProps) {
  const t = useWords()
  const synonyms = Object.fromEntries(
    Object.entries(content.synonyms).map(([language, words]) => [language, [words ?? []].flat().join(', ')]),
  )
  return (
    <div className="stack">
      <PageTitle title={label} back={{ to: '/admin/categories', label: t('admin.nav.categories') }} />
      <BecameNotice />
      <WaitingNotice change={waiting} />
      <p className="beside-links">
        <Link to={`/admin/categories/${category}/questions`}>
          {t('admin.category.questions', { n: content.questions.length })}
        </Link>
        <Link to={`/admin/categories/${category}/history`}>{t('admin.category.history', { n: version })}</Link>
      </p>
      <Form problem={problem} key={version}>
        <OnceField once={once} />
        <input type="hidden" name="version" value={version} />
        <h2>{t('admin.category.words')}</h2>
        <WordsFields
          name="name"
          label={t('rule.field.name')}
          hint={t('admin.words.hint')}
          words={content.name}
          longest={80}
        />
        <WordsFields
          name="synonyms"
          label={t('rule.field.synonyms')}
          hint={t('admin.category.synonyms-hint')}
          words={synonyms}
          longest={2000}
          lines={2}
          optional
        />
        <Select
          name="groupKey"
          label={t('rule.field.groupName')}
          options={groups}
          defaultValue={content.groupKey}
          width="medium"
        />
        <WordsFields
          name="newGroup"
          label={t('admin.category.new-group')}
          hint={t('admin.category.new-group-hint')}
          words={{}}
          longest={80}
          optional
        />
        <Select
          name="pictogram"
          label={t('rule.field.pictogram')}
          hint={t('admin.category.pictogram-hint')}
          options={signs.map((sign) => ({ value: sign, label: t(`admin.sign.${sign}`) }))}
          defaultValue={content.pictogram}
          width="medium"
        />
        <h2>{t('admin.category.work')}</h2>
        <Field
          name="department"
          label={t('rule.field.department')}
          defaultValue={content.department}
          maxLength={120}
          optional
        />
        <Field
          name="radiusM"
          label={t('admin.category.radius')}
          hint={t('admin.category.radius-hint')}
          defaultValue={content.radiusM}
          inputMode="numeric"
          width="short"
          dir={undefined}
        />
        <h2>{t('admin.category.promise')}</h2>
        <p className="hint">{t('admin.category.second-person')}</p>
        <Field
          name="serviceDays"
          label={t('rule.field.serviceDays')}
          hint={t('admin.category.days-hint')}
          defaultValue={content.serviceDays ?? ''}
          inputMode="numeric"
          width="short"
          dir={undefined}
          optional
        />
        <Choice
          name="serviceDayKind"
          label={t('rule.field.serviceDayKind')}
          chosen={content.serviceDayKind}
          options={['working', 'calendar'].map((kind) => ({ value: kind, label: t(`rule.day-kind.${kind}`) }))}
          tiles
        />
        <Tick
          name="isChoosable"
          label={t('rule.field.isChoosable')}
          hint={t('admin.category.choosable-hint')}
          isChosen={content.isChoosable}
        />
        <Tick
          name="isEmergency"
          label={t('rule.field.isEmergency')}
          hint={t('admin.category.emergency-hint')}
          isChosen={content.isEmergency}
        />
        <WordsFields
          name="emergency"
          label={t('rule.field.emergency')}
          hint={t('admin.category.emergency-words')}
          words={content.emergency}
          longest={400}
          lines={3}
          optional
        />
        <ReasonField />
        <Button>{t('admin.save')}</Button>
      </Form>
    </div>
  )
}
