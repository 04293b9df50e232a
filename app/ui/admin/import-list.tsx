import { Empty } from '../empty'
import { PageTitle } from '../page-title'
import { Table } from '../table'
import { When } from '../when'
import { useWords } from '../words'

type Import = {
  part: string
  fileName: string
  fileSha256: string
  reports: number
  issues: number
  rejected: number
  lastAt: Date
}

/** Files of history that were loaded: how many reports, how many rows did not fit, and the fingerprint of the file. */
export function ImportList({ imports }: { imports: readonly Import[] }) {
  const t = useWords()
  const number = (n: number) => t.intl.formatNumber(n)
  return (
    <div className="stack">
      <PageTitle title={t('admin.imports.title')}>{t('admin.imports.lead')}</PageTitle>
      {imports.length === 0 ? (
        <Empty title={t('admin.imports.none')}>
          <p>{t('admin.imports.none-next')}</p>
        </Empty>
      ) : (
        <Table
          caption={t('admin.imports.caption')}
          columns={[
            { key: 'file', label: t('admin.imports.file') },
            { key: 'part', label: t('admin.imports.part') },
            { key: 'reports', label: t('admin.imports.reports'), isNumber: true },
            { key: 'issues', label: t('admin.imports.issues'), isNumber: true },
            { key: 'rejected', label: t('admin.imports.rejected'), isNumber: true },
            { key: 'when', label: t('admin.imports.when') },
          ]}
          rows={imports.map(({ part, fileName, fileSha256, reports, issues, rejected, lastAt }) => ({
            key: `${part} ${fileSha256}`,
            cells: {
              file: (
                <>
                  <bdi>{fileName}</bdi>
                  <code className="hash">{fileSha256}</code>
                </>
              ),
              part: t(`admin.imports.part.${part}`),
              reports: number(reports),
              issues: number(issues),
              rejected: number(rejected),
              when: <When at={lastAt} withTime />,
            },
          }))}
        />
      )}
    </div>
  )
}
