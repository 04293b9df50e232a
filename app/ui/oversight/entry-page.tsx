import { Link } from '@remix-run/react'
import { Facts } from '../facts'
import { Notice } from '../notice'
import { PageTitle } from '../page-title'
import { When } from '../when'
import { useWords } from '../words'
import { ActBeside, type BesideAct } from './act-beside'
import type { CheckSaid } from './checks-said'
import { EntriesTable, type EntryShown } from './entries-table'
import { useLook } from './look'
import { AboutObject, Ending, Who } from './said'

type EntryPageProps = {
  row: EntryShown & { checks: readonly CheckSaid[]; traceId: string; problem: string | null; language: string }
  purpose: string
  ground: string | null
  ictRole: string
  records: Pick<BesideAct, 'lines' | 'audits'>
  text: string
  leafHash: string
  isIntact: boolean
  beside: readonly EntryShown[]
}

/** One entry of the record: what it says to people, and the very text and fingerprint that are kept for ever. */
export function EntryPage({
  row,
  purpose,
  ground,
  ictRole,
  records,
  text,
  leafHash,
  isIntact,
  beside,
}: EntryPageProps) {
  const t = useWords()
  const { to } = useLook()
  const { traceId, problem, checks } = row
  return (
    <div className="stack">
      <PageTitle
        title={row.isKnown ? t(`register.interaction.${row.kind}`) : row.kind}
        back={{ to: to('/oversight/entries'), label: t('oversight.nav.entries') }}
      />
      <Facts
        facts={[
          { term: t('oversight.column.when'), value: <When at={row.at} withTime /> },
          { term: t('oversight.column.who'), value: <Who as={row.role} staff={row.staff} /> },
          { term: t('oversight.column.ending'), value: <Ending {...row} /> },
          { term: t('oversight.column.about'), value: <AboutObject object={row.object} /> },
          { term: t('oversight.column.area'), value: row.areaKey },
          { term: t('oversight.column.channel'), value: t(`register.channel.${row.channel}`) },
          { term: t('oversight.column.language'), value: t(`register.language.${row.language}`) },
          { term: t('register.act-role'), value: t(`register.ict.${ictRole}`) },
        ]}
      />
      <ActBeside act={{ ...records, purpose, ground, traceId, problem, checks }} open />
      {records.lines.some(({ subject }) => subject !== null) && (
        <p className="small">
          <Link to={to(`/oversight/exceptions?entry=${row.id}`)}>{t('finding.exception.from-entry')}</Link>
        </p>
      )}
      <section aria-labelledby="kept" className="stack">
        <h2 id="kept">{t('oversight.entry.kept')}</h2>
        <p className="muted">{t('oversight.entry.kept-lead')}</p>
        <Notice tone={isIntact ? 'ok' : 'danger'}>
          <p>{isIntact ? t('oversight.entry.intact') : t('oversight.entry.not-intact')}</p>
        </Notice>
        <p>
          <Link to={`/ledger/entries/${row.id}`}>{t('oversight.entry.standing')}</Link>
        </p>
        <Facts
          facts={[
            { term: t('oversight.entry.number'), value: <code className="hash">{row.id}</code> },
            { term: t('oversight.entry.hash'), value: <code className="hash">{leafHash}</code> },
          ]}
        />
        <pre className="entry-text" lang="en" dir="ltr">
          {text}
        </pre>
      </section>
      {beside.length > 0 && <EntriesTable caption={t('oversight.entry.beside')} rows={beside} />}
    </div>
  )
}
