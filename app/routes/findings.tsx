import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listPublished } from '~/interactions/findings/list-published.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { Empty } from '~/ui/empty'
import { PageTitle } from '~/ui/page-title'
import { When } from '~/ui/when'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(listPublished, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'finding.public.title'), ...outcome.value }
}

export default function PublishedFindings() {
  const { findings } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <div className="stack">
      <PageTitle title={t('finding.public.title')}>{t('finding.public.lead')}</PageTitle>
      {findings.length === 0 && (
        <Empty title={t('finding.public.none')}>
          <p>{t('finding.public.none-next')}</p>
        </Empty>
      )}
      {findings.map(({ number, kind, verdict, text, language, publishedAt }) => (
        <article className="card stack" key={number} aria-labelledby={`finding-${number}`}>
          <h2 id={`finding-${number}`}>{t('finding.name', { number, kind: t(`finding.kind.${kind}`) })}</h2>
          <p className="muted small">
            <When at={publishedAt} />
            {verdict && ` · ${t(`finding.verdict.${verdict}`)}`}
          </p>
          <p className="told" lang={language} dir="auto">
            {text}
          </p>
        </article>
      ))}
    </div>
  )
}
