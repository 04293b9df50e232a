import { Link, Form as PlainForm } from '@remix-run/react'
import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { Details } from '../details'
import { FieldHelp } from '../field-frame'
import { Form } from '../form'
import { fieldId } from '../form-problem'
import { useWords } from '../words'
import { type CategoryTile, CategoryTiles } from './category-tiles'
import { ReportStep } from './report-step'
import { stepPath } from './step-path'

type CategoryQuestionProps = {
  place: string
  chosen: string | null
  asked: string
  often: readonly CategoryTile[]
  groups: readonly { key: string; name: string; categories: readonly CategoryTile[] }[]
  /** What fits the words somebody typed; null when they typed none. */
  found: readonly CategoryTile[] | null
  problem?: ProblemJson | null
}

/** What is wrong: by one's own words, by what is reported most, or by subject. */
export function CategoryQuestion({ place, chosen, asked, often, groups, found, problem }: CategoryQuestionProps) {
  const t = useWords()
  return (
    <ReportStep
      step="category"
      title={t('report.category.title')}
      lead={t('report.category.lead')}
      back="place"
      place={place}
    >
      <CategorySearch asked={asked} />
      <Form action={stepPath('category')} problem={problem}>
        <div id={fieldId('category')} tabIndex={-1}>
          <FieldHelp name="category" />
        </div>
        {found ? <Found {...{ asked, found, chosen }} /> : <Everything {...{ often, groups, chosen }} />}
        {(!found || found.length > 0) && (
          <div className="report-go report-go-near">
            <Button>{t('report.go-on')}</Button>
          </div>
        )}
      </Form>
    </ReportStep>
  )
}

function CategorySearch({ asked }: { asked: string }) {
  const t = useWords()
  return (
    <PlainForm method="get" action={stepPath('category')} className="search" role="search">
      <div className="field">
        <label className="label" htmlFor="q">
          {t('report.category.search')}
        </label>
        <div className="hint" id="q-hint">
          {t('report.category.search.hint')}
        </div>
        <div className="search-line">
          <input
            key={asked}
            className="input"
            id="q"
            name="q"
            type="search"
            dir="auto"
            maxLength={100}
            defaultValue={asked}
            autoComplete="off"
            aria-describedby="q-hint"
          />
          <Button weight="secondary">{t('report.category.search.button')}</Button>
        </div>
      </div>
    </PlainForm>
  )
}

type FoundProps = { asked: string; found: readonly CategoryTile[]; chosen: string | null }

function Found({ asked, found, chosen }: FoundProps) {
  const t = useWords()
  const said = t('report.category.found', { count: found.length, asked })
  return (
    <div className="stack" aria-live="polite">
      {found.length > 0 ? (
        // One that fits is the answer unless somebody says otherwise.
        <CategoryTiles
          id="found"
          label={said}
          categories={found}
          chosen={found.length === 1 ? (found[0]?.key ?? null) : chosen}
        />
      ) : (
        <>
          <p>
            <strong>{said}</strong>
          </p>
          <p className="muted">{t('report.category.found.none')}</p>
        </>
      )}
      <p>
        <Link to={stepPath('category')}>{t('report.category.show-all')}</Link>
      </p>
    </div>
  )
}

function Everything({ often, groups, chosen }: Pick<CategoryQuestionProps, 'often' | 'groups' | 'chosen'>) {
  const t = useWords()
  const isOften = often.some(({ key }) => key === chosen)
  return (
    <>
      {often.length > 0 && (
        <CategoryTiles id="often" label={t('report.category.often')} categories={often} chosen={chosen} />
      )}
      <section className="report-groups" aria-label={t('report.category.all')}>
        <h2 className="label">{t('report.category.all')}</h2>
        {groups.map(({ key, name, categories }) => (
          <Details
            key={key}
            summary={name}
            open={groups.length === 1 || (!isOften && categories.some((one) => one.key === chosen))}
          >
            <CategoryTiles id={key} label={name} hidesLabel categories={categories} chosen={isOften ? null : chosen} />
          </Details>
        ))}
      </section>
    </>
  )
}
