import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { seeMailbox } from '~/interactions/letters/see-mailbox.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { LetterRows } from '~/ui/account/letter-rows'
import { Empty } from '~/ui/empty'
import { FilterLinks } from '~/ui/filter-links'
import { Notice } from '~/ui/notice'
import { PageTitle } from '~/ui/page-title'
import { Pager } from '~/ui/pager'
import { useTown } from '~/ui/town'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeMailbox, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'mailbox.title'), ...outcome.value }
}

const states = ['waiting', 'sent', 'kept', 'failed']

export default function Mailbox() {
  const { letters, counts, state, hasMore, hasMailServer } = useLoaderData<typeof loader>()
  const t = useWords()
  const { now, isDemo } = useTown()
  const last = letters.at(-1)
  const address = (more: Record<string, string>) => {
    const query = new URLSearchParams(more).toString()
    return query ? `/admin/mailbox?${query}` : '/admin/mailbox'
  }
  const older = hasMore && last ? address({ ...(state && { state }), before: last.madeAt.toISOString() }) : null
  return (
    <div className="stack">
      <PageTitle title={t('mailbox.title')} back={{ to: '/admin', label: t('common.nav.admin') }}>
        {t('mailbox.lead')}
      </PageTitle>
      {!hasMailServer && (
        <Notice tone={isDemo ? 'info' : 'warn'}>
          <p>{isDemo ? t('mailbox.no-server-demo') : t('mailbox.no-server')}</p>
        </Notice>
      )}
      <FilterLinks
        label={t('mailbox.filter')}
        links={[
          { to: address({}), label: t('mailbox.all'), isOn: state === null },
          ...states.map((one) => ({
            to: address({ state: one }),
            label: t('mailbox.count', { state: t(`mailbox.state.${one}`), n: counts[one] ?? 0 }),
            isOn: state === one,
          })),
        ]}
      />
      {letters.length === 0 ? (
        <Empty title={t('mailbox.none')}>
          <p>{t('mailbox.none-next')}</p>
        </Empty>
      ) : (
        <LetterRows letters={letters} now={now} />
      )}
      <Pager older={older} />
    </div>
  )
}
