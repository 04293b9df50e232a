import { Link, useSearchParams } from '@remix-run/react'
import type { ProblemJson } from '~/platform/problems'
import { Button, LinkButton } from '../button'
import { Field } from '../field'
import { Form } from '../form'
import { fieldId } from '../form-problem'
import { Notice } from '../notice'
import { OnceField } from '../once-field'
import { PageTitle } from '../page-title'
import { Table } from '../table'
import { type Translate, useWords } from '../words'
import { CellInput, CellTick } from './cells'

export type CategoryListed = {
  key: string
  version: number
  label: string
  groupLabel: string
  /** In the reader's language; empty where it has none. */
  name: string
  serviceDays: number | null
  radiusM: number
  isChoosable: boolean
  isEmergency: boolean
  questions: number
}

type CategoryListProps = {
  categories: readonly CategoryListed[]
  waiting: Record<string, string>
  once: string
  problem?: ProblemJson
}

/** All kinds of issues on one screen, each line to be changed in place, with one reason for all. */
export function CategoryList({ categories, waiting, once, problem }: CategoryListProps) {
  const t = useWords()
  const [params] = useSearchParams()
  const changed = params.get('changed')
  return (
    <div className="stack">
      <PageTitle title={t('admin.categories.title')}>{t('admin.categories.lead')}</PageTitle>
      {changed !== null && (
        <Notice tone="ok" live>
          <p>
            {t('admin.categories.changed', { n: Number(changed) || 0, waiting: Number(params.get('waiting')) || 0 })}
          </p>
        </Notice>
      )}
      <p>
        <LinkButton to="/admin/categories/new" weight="secondary">
          {t('admin.categories.add')}
        </LinkButton>
      </p>
      <p className="muted">
        {t('admin.categories.second-person')} <a href={`#${fieldId('reason')}`}>{t('admin.categories.to-save')}</a>
      </p>
      <Form problem={problem} classes="stack">
        <OnceField once={once} />
        <input type="hidden" name="language" value={t.language} />
        <Table
          caption={t('admin.categories.caption')}
          columns={[
            { key: 'kind', label: t('admin.categories.kind') },
            { key: 'name', label: t('rule.field.name') },
            { key: 'group', label: t('rule.field.groupName') },
            { key: 'days', label: t('rule.field.serviceDays') },
            { key: 'radius', label: t('admin.categories.radius') },
            { key: 'choosable', label: t('admin.categories.choosable') },
          ]}
          rows={categories.map((category) => ({
            key: category.key,
            cells: {
              kind: <Kind category={category} change={waiting[category.key]} />,
              ...cellsOf(t, category),
            },
          }))}
        />
        <div className="list-save">
          <Field name="reason" label={t('admin.reason')} maxLength={500} autoComplete="off" />
          <Button>{t('admin.categories.save')}</Button>
        </div>
      </Form>
    </div>
  )
}

/** The kind a line is about, what to know of it, and the version that the administrator saw. */
function Kind({ category, change }: { category: CategoryListed; change?: string }) {
  const t = useWords()
  const { key, version, label, isEmergency, questions } = category
  return (
    <>
      <Link to={`/admin/categories/${key}`}>
        <bdi>{label}</bdi>
      </Link>
      <span className="row-notes">
        {isEmergency && <span>{t('admin.categories.emergency')}</span>}
        {questions > 0 && (
          <Link to={`/admin/categories/${key}/questions`}>{t('admin.categories.questions', { n: questions })}</Link>
        )}
        {change && <Link to={`/admin/changes/${change}`}>{t('admin.categories.waits')}</Link>}
      </span>
      <input type="hidden" name={`version.${key}`} value={version} />
    </>
  )
}

function cellsOf(t: Translate, category: CategoryListed) {
  const { key, label, groupLabel, name, serviceDays, radiusM, isChoosable } = category
  const of = (field: string) => t('admin.categories.field-of', { field, name: label })
  return {
    name: <CellInput name={`name.${key}`} label={of(t('rule.field.name'))} text={name} longest={80} wide />,
    // A list of all groups in each row would make three quarters of the page; a kind changes groups on its own page.
    group: <bdi>{groupLabel}</bdi>,
    days: (
      <CellInput
        name={`days.${key}`}
        label={of(t('rule.field.serviceDays'))}
        text={serviceDays === null ? '' : String(serviceDays)}
        longest={3}
        isNumber
      />
    ),
    radius: (
      <CellInput
        name={`radius.${key}`}
        label={of(t('admin.categories.radius'))}
        text={String(radiusM)}
        longest={4}
        isNumber
      />
    ),
    choosable: (
      <CellTick name={`choosable.${key}`} label={of(t('admin.categories.choosable'))} isTicked={isChoosable} />
    ),
  }
}
