import { Link, useSearchParams } from '@remix-run/react'
import { isClosed } from '~/interactions/issues/issue.input'
import { Button, LinkButton } from '../button'
import { Form } from '../form'
import { Notice } from '../notice'
import { OnceField } from '../once-field'
import { Pictogram } from '../pictogram'
import { useWords } from '../words'
import type { CaseHere } from './case-page'

const doneWords = [
  'take',
  'assign',
  'release',
  'acknowledge',
  'update',
  'plan',
  'ask',
  'note',
  'move',
  'close',
  'interest',
  'waive',
]

/** What to do next, on top and strong; everything else below it, quiet. The same acts in the same order on every case. */
export function NextActs({ page }: { page: CaseHere }) {
  const t = useWords()
  const [params] = useSearchParams()
  const done = params.get('done') ?? ''
  const { case: here, may, own } = page
  return (
    <section className="act" aria-label={t('desk.acts')}>
      {doneWords.includes(done) && (
        <Notice tone="ok" live>
          <p>{t(`desk.done.${done}`)}</p>
        </Notice>
      )}
      {own.isTied && (
        <Notice tone="warn">
          <p>{own.hasReported ? t('desk.own.reported') : t('desk.own.declared')}</p>
        </Notice>
      )}
      {own.livesInArea && !own.isTied && <p className="muted small">{t('desk.own.lives')}</p>}
      {here.hasNews && (
        <Notice tone="info">
          <p>{t('desk.news')}</p>
        </Notice>
      )}
      <NextAct page={page} />
      {may.includes('answer') && <OtherActs page={page} />}
      <ul className="act-links">
        <ActLink to="contact" words={t('desk.act.contact')} isOutside of={here.ref} />
        {!own.isTied && <ActLink to="interest" words={t('desk.act.interest')} of={here.ref} />}
        <li>
          <Link to={`/issues/${here.ref}`}>{t('desk.act.public-page')}</Link>
        </li>
      </ul>
      <Lacking page={page} />
    </section>
  )
}

/** The one strong button: take it, then answer it, then close it. */
function NextAct({ page: { case: here, may, own, once } }: { page: CaseHere }) {
  const t = useWords()
  const to = (act: string) => `/desk/cases/${here.ref}/${act}#act`
  if (!may.includes('answer')) return null
  if (isClosed(here.status)) return <p>{t('desk.next.closed')}</p>
  if (here.assignee === 'nobody' && !own.isTied) {
    return (
      <Form action={`/desk/cases/${here.ref}/take`} classes="next-act">
        <OnceField once={once} />
        <input type="hidden" name="version" value={here.version} />
        <Button wide>{t('desk.act.take')}</Button>
      </Form>
    )
  }
  if (here.acknowledgedAt === null && here.status === 'open') {
    return (
      <LinkButton to={to('acknowledge')} wide preventScrollReset>
        {t('desk.act.acknowledge')}
      </LinkButton>
    )
  }
  if (here.status === 'waiting' || own.isTied || !may.includes('decide')) {
    return (
      <LinkButton to={to(here.status === 'waiting' ? 'acknowledge' : 'update')} wide preventScrollReset>
        {here.status === 'waiting' ? t('desk.act.go-on') : t('desk.act.update')}
      </LinkButton>
    )
  }
  return (
    <LinkButton to={to('close')} wide preventScrollReset>
      {t('desk.act.close')}
    </LinkButton>
  )
}

function OtherActs({ page: { case: here, may, own } }: { page: CaseHere }) {
  const t = useWords()
  const isOpen = !isClosed(here.status)
  const acts = [
    { act: 'acknowledge', when: isOpen && here.status !== 'in-progress' },
    { act: 'update', when: true },
    { act: 'plan', when: isOpen },
    { act: 'ask', when: isOpen && here.status !== 'waiting' },
    { act: 'close', when: isOpen && may.includes('decide') && !own.isTied },
    { act: 'note', when: true },
    { act: 'assign', when: isOpen },
    { act: 'release', when: isOpen && here.assignee !== 'nobody' },
    { act: 'move', when: isOpen },
  ].filter(({ when }) => when)
  return (
    <ul className="act-links">
      {acts.map(({ act }) => (
        <ActLink key={act} to={act} words={t(`desk.act.${act}`)} of={here.ref} />
      ))}
    </ul>
  )
}

function ActLink({ to, words, of, isOutside }: { to: string; words: string; of: string; isOutside?: boolean }) {
  return (
    <li>
      <Link to={`/desk/cases/${of}/${to}${isOutside ? '' : '#act'}`} preventScrollReset={!isOutside}>
        {words}
        <Pictogram name="chevron" size="small" turns />
      </Link>
    </li>
  )
}

/** What the reader's mandate does not cover here, in words, so that a missing button is no riddle. */
function Lacking({ page: { case: here, may } }: { page: CaseHere }) {
  const t = useWords()
  const lacking = (['answer', 'decide', 'open-contact'] as const).filter((act) => !may.includes(act))
  if (lacking.length === 0) return null
  const where = { category: here.category, area: here.area ?? t('desk.no-area') }
  return (
    <div className="muted small stack">
      {lacking.map((act) => (
        <p key={act}>{t(`desk.lacking.${act}`, where)}</p>
      ))}
    </div>
  )
}
