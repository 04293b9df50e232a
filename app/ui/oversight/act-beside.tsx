import { Link } from '@remix-run/react'
import { Details } from '../details'
import { Facts } from '../facts'
import { Table } from '../table'
import { useWords } from '../words'
import { type CheckSaid, ChecksSaid } from './checks-said'
import { type MandateOnRecord, MandateShown } from './mandate-shown'

type Line = {
  spanId: string
  parentSpanId: string | null
  status: string
  name: string
  activity: string
  subject: string | null
}
type Audit = {
  staff: { label: string; jobTitle: string } | null
  purposeOfUse: string
  protocol: string
  breakGlass: { category: string; reason: string } | null
  fields: readonly string[]
  mandate: MandateOnRecord | null
}

export type BesideAct = {
  purpose: string
  ground: string | null
  traceId: string
  problem: string | null
  checks: readonly CheckSaid[]
  lines: readonly Line[]
  audits: readonly Audit[]
}

/** What stands beside an act: on what ground, which mandate, what the checks said, and the lines of both logs. */
export function ActBeside({ act, open }: { act: BesideAct; open?: boolean }) {
  const t = useWords()
  const { purpose, ground, traceId, checks, lines, audits, problem } = act
  const glass = audits.find(({ breakGlass }) => breakGlass)?.breakGlass
  return (
    <>
      {glass && (
        <p className="glass">
          <strong>{t('oversight.glass.title')}</strong> {t(`check.I03.category.${glass.category}`)}:{' '}
          <q dir="auto">{glass.reason}</q>
        </p>
      )}
      <Details summary={t('oversight.act.more', { checks: checks.length })} open={open}>
        <Facts
          facts={[
            {
              term: t('oversight.act.purpose'),
              value: purpose && <Link to={`/register#${purpose}`}>{t(`activity.${purpose}.name`)}</Link>,
            },
            { term: t('oversight.act.ground'), value: ground && t(`activity.ground.${ground}`) },
            {
              term: t('oversight.act.problem'),
              value: problem && (
                <Link to={`/problems/${problem}`}>{t(`problem.${problem}.title`, { count: 1, town: '' })}</Link>
              ),
            },
            ...audits.flatMap(({ purposeOfUse, protocol, fields, mandate }, at) => [
              { key: `use-${at}`, term: t('oversight.act.use'), value: t(`activity.use.${purposeOfUse}`) },
              {
                key: `on-${at}`,
                term: t('oversight.act.permission'),
                value: mandate ? <MandateShown mandate={mandate} /> : permission(protocol),
              },
              {
                key: `fields-${at}`,
                term: t('oversight.act.fields'),
                value:
                  fields.length > 0 ? (
                    <code lang="en" className="object-ref">
                      {fields.join(', ')}
                    </code>
                  ) : null,
              },
            ]),
            { term: t('oversight.act.trace'), value: <code className="hash">{traceId}</code> },
          ]}
        />
        <ChecksSaid checks={checks} />
        {lines.length > 0 && <Lines lines={lines} />}
      </Details>
    </>
  )

  function permission(protocol: string) {
    const known = ['role', 'assigned', 'same-mandate', 'own-department']
    return known.includes(protocol) ? t(`oversight.permission.${protocol}`) : protocol
  }
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const t = useWords()
  return (
    <Table
      caption={t('oversight.lines.caption')}
      columns={[
        { key: 'activity', label: t('oversight.lines.activity') },
        { key: 'about', label: t('oversight.lines.about') },
        { key: 'status', label: t('oversight.lines.status') },
        { key: 'span', label: t('oversight.lines.span') },
      ]}
      rows={lines.map(({ spanId, activity, subject, status }) => ({
        key: spanId,
        cells: {
          activity: <a href={activity}>{activityWords(activity)}</a>,
          about: subject ? <code className="hash">{subject}</code> : t('oversight.lines.nobody'),
          status: t(`oversight.lines.status.${status}`),
          span: <code className="hash">{spanId}</code>,
        },
      }))}
    />
  )

  function activityWords(address: string) {
    const [, id] = /activities\/([a-z-]+)\//.exec(address) ?? []
    return id ? t(`activity.${id}.name`) : address
  }
}
