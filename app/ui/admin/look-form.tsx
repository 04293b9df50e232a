import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { Details } from '../details'
import { Field } from '../field'
import { useFieldParts } from '../field-frame'
import { Form } from '../form'
import { onlyOne } from '../form-problem'
import { OnceField } from '../once-field'
import { PageTitle } from '../page-title'
import { Table } from '../table'
import { useWords } from '../words'
import { BecameNotice } from './became-notice'
import { SettingsTabs } from './settings-tabs'
import { WaitingNotice } from './waiting-notice'

type Scheme = 'light' | 'dark'
type LookFormProps = {
  version: number
  colours: readonly { name: string; light: Colour; dark: Colour }[]
  pairs: readonly { scheme: string; text: string; on: string; ratio: number; atLeast: number }[]
  waiting: string | null
  once: string
  problem?: ProblemJson
}
type Colour = { own: string; base: string }

/** The colours of the town, in light and in dark, each beside the platform's own; and whether everybody can read them. */
export function LookForm({ version, colours, pairs, waiting, once, problem }: LookFormProps) {
  const t = useWords()
  return (
    <div className="stack">
      <PageTitle title={t('admin.settings.tab.look')}>{t('admin.look.lead')}</PageTitle>
      <SettingsTabs />
      <BecameNotice />
      <WaitingNotice change={waiting} />
      <Form problem={problem} key={version} classes="stack">
        <OnceField once={once} />
        <input type="hidden" name="version" value={version} />
        <Table
          caption={t('admin.look.caption')}
          columns={[
            { key: 'for', label: t('admin.look.for') },
            { key: 'light', label: t('rule.part.light') },
            { key: 'dark', label: t('rule.part.dark') },
          ]}
          rows={colours.map(({ name, light, dark }) => ({
            key: name,
            cells: {
              for: t(`admin.colour.${name}`),
              light: <ColourField scheme="light" name={name} colour={light} />,
              dark: <ColourField scheme="dark" name={name} colour={dark} />,
            },
          }))}
        />
        <p className="hint">{t('admin.look.empty')}</p>
        <div className="list-save">
          <Field name="reason" label={t('admin.reason')} maxLength={500} autoComplete="off" />
          <Button>{t('admin.save')}</Button>
        </div>
      </Form>
      <Details summary={t('admin.look.contrast')}>
        <Table
          caption={t('admin.look.contrast-caption')}
          columns={[
            { key: 'pair', label: t('admin.look.pair') },
            { key: 'scheme', label: t('admin.look.scheme') },
            { key: 'ratio', label: t('admin.look.ratio'), isNumber: true },
            { key: 'needed', label: t('admin.look.needed'), isNumber: true },
          ]}
          rows={pairs.map(({ scheme, text, on, ratio, atLeast }) => ({
            key: `${scheme} ${text} ${on}`,
            cells: {
              pair: t('admin.look.on', { text: colourWord(text), on: colourWord(on) }),
              scheme: t(`admin.scheme.${scheme}`),
              ratio: t.intl.formatNumber(ratio, { minimumFractionDigits: 2 }),
              needed: t.intl.formatNumber(atLeast, { minimumFractionDigits: 1 }),
            },
          }))}
        />
      </Details>
    </div>
  )

  function colourWord(name: string) {
    return t(`admin.colour.${name}`)
  }
}

function ColourField({ scheme, name, colour }: { scheme: Scheme; name: string; colour: Colour }) {
  const t = useWords()
  const field = `${scheme}.${name}`
  const { id, kept, error } = useFieldParts({ name: field })
  const shown = onlyOne(kept) ?? colour.own
  return (
    <div className="colour-field">
      {/* A drawing and not a background, because pages carry no styles of their own. */}
      <svg className="swatch" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
        <rect width="24" height="24" rx="4" fill={/^#[0-9a-f]{6}$/i.test(shown) ? shown : colour.base} />
      </svg>
      <input
        className="input cell-colour"
        id={id}
        name={field}
        defaultValue={shown}
        placeholder={colour.base}
        maxLength={7}
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('admin.look.colour-in', {
          colour: t(`admin.colour.${name}`),
          scheme: t(`rule.part.${scheme}`),
          base: colour.base,
        })}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      {error && (
        <span className="field-error" id={`${id}-error`}>
          {t(error)}
        </span>
      )}
    </div>
  )
}
