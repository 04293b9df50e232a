import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { seeWhoLooked } from '~/interactions/people/see-who-looked.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { LookList } from '~/ui/account/look-list'
import { MeNav } from '~/ui/account/me-nav'
import { useTownContact } from '~/ui/account/town-contact'
import { Empty } from '~/ui/empty'
import { PageTitle } from '~/ui/page-title'
import { Pager } from '~/ui/pager'
import { useTown } from '~/ui/town'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeWhoLooked, request)
  if (!outcome.ok && outcome.problem.type === 'not-your-role') throw redirect('/me/account')
  if (!outcome.ok) throw refusal(outcome.problem, request)
  const isAll = new URL(request.url).searchParams.get('all') === 'yes'
  return { title: titleFor(request, 'me.looked.title'), isAll, ...outcome.value }
}

export default function Looked() {
  const { looks, hasMore, isAll } = useLoaderData<typeof loader>()
  const t = useWords()
  const { name: town, now } = useTown()
  const contact = useTownContact()
  const last = looks.at(-1)
  const older = hasMore && last ? `/me/looked?before=${last.lineId}${isAll ? '&all=yes' : ''}` : null
  return (
    <div className="stack">
      <PageTitle title={t('me.looked.title')}>{t('me.looked.lead', { town })}</PageTitle>
      <MeNav />
      <p>
        {isAll ? t('me.looked.shown-all') : t('me.looked.shown-staff')}{' '}
        {isAll ? (
          <Link to="/me/looked">{t('me.looked.only-staff')}</Link>
        ) : (
          <Link to="/me/looked?all=yes">{t('me.looked.all')}</Link>
        )}
      </p>
      {looks.length === 0 ? (
        <Empty title={t('me.looked.none')}>
          <p>{t('me.looked.none-next')}</p>
        </Empty>
      ) : (
        <LookList looks={looks} now={now} />
      )}
      <Pager older={older} />
      {contact && <p className="small muted">{t('me.looked.object', { contact })}</p>}
    </div>
  )
}
