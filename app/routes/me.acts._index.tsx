import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { seeOwnActs } from '~/interactions/people/see-own-acts.server'
import { actInWords } from '~/interactions/register/act-words.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { languageOf } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { MeNav } from '~/ui/account/me-nav'
import { Empty } from '~/ui/empty'
import { PageTitle } from '~/ui/page-title'
import { Pager } from '~/ui/pager'
import { Table } from '~/ui/table'
import { When } from '~/ui/when'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeOwnActs, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  const language = languageOf(request)
  const acts = outcome.value.acts.map((act) => ({ ...act, words: actInWords(language, act.kind) }))
  return { title: titleFor(request, 'me.acts.title'), hasMore: outcome.value.hasMore, acts }
}

export default function Acts() {
  const { acts, hasMore } = useLoaderData<typeof loader>()
  const t = useWords()
  const last = acts.at(-1)
  return (
    <div className="stack">
      <PageTitle title={t('me.acts.title')}>{t('me.acts.lead')}</PageTitle>
      <MeNav />
      {acts.length === 0 ? (
        <Empty title={t('me.acts.none')} />
      ) : (
        <Table
          caption={t('me.acts.title')}
          hideCaption
          columns={[
            { key: 'act', label: t('me.acts.act') },
            { key: 'when', label: t('me.acts.when') },
            { key: 'entry', label: t('me.acts.entry') },
          ]}
          rows={acts.map(({ id, words, at, isRefused, index }) => ({
            key: id,
            cells: {
              act: (
                <>
                  <Link to={`/me/acts/${id}`}>{words}</Link>
                  {isRefused && ` (${t('me.acts.refused')})`}
                </>
              ),
              when: <When at={at} withTime />,
              entry: index === null ? t('me.acts.promised') : t.intl.formatNumber(index + 1),
            },
          }))}
        />
      )}
      <Pager older={hasMore && last ? `/me/acts?before=${last.number}` : null} />
    </div>
  )
}
