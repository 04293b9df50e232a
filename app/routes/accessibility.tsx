import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link } from '@remix-run/react'
import { readAbout } from '~/interactions/town/read-about.server'
import { translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { PageTitle } from '~/ui/page-title'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }, { name: 'description', content: data.description }] : []

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(readAbout, request)
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const { town, language } = outcome.value
  const say = (key: string) => translate(language, key, { town })
  return { title: say('about.access.title'), description: say('about.access.description') }
}

export default function Accessibility() {
  const t = useWords()
  return (
    <>
      <PageTitle title={t('about.access.title')}>
        <p>{t('about.access.lead')}</p>
      </PageTitle>
      <div className="stack-wide about">
        <section>
          <h2>{t('about.access.works.title')}</h2>
          <ul>
            <li>{t('about.access.works.keyboard')}</li>
            <li>{t('about.access.works.map')}</li>
            <li>{t('about.access.works.scripts')}</li>
            <li>{t('about.access.works.size')}</li>
            <li>{t('about.access.works.colour')}</li>
            <li>{t('about.access.works.people')}</li>
          </ul>
        </section>
        <section>
          <h2>{t('about.access.not.title')}</h2>
          <ul>
            <li>{t('about.access.not.photos')}</li>
            <li>{t('about.access.not.languages')}</li>
            <li>{t('about.access.not.names')}</li>
          </ul>
        </section>
        <section>
          <h2>{t('about.access.tested.title')}</h2>
          <p>{t('about.access.tested')}</p>
        </section>
        <section>
          <h2>{t('about.access.tell.title')}</h2>
          <p>
            {t('about.access.tell')} <Link to="/contact">{t('about.access.tell.link')}</Link>.
          </p>
        </section>
      </div>
    </>
  )
}
