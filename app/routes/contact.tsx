import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link } from '@remix-run/react'
import { readAbout } from '~/interactions/town/read-about.server'
import { translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { LinkButton } from '~/ui/button'
import { Facts } from '~/ui/facts'
import { Notice } from '~/ui/notice'
import { PageTitle } from '~/ui/page-title'
import { useTown } from '~/ui/town'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }, { name: 'description', content: data.description }] : []

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(readAbout, request)
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const { town, language } = outcome.value
  const say = (key: string) => translate(language, key, { town })
  return { title: say('about.contact.title'), description: say('about.contact.description') }
}

export default function Contact() {
  const t = useWords()
  const { name, contact } = useTown()
  const { email, phone, address, hours } = contact
  const isKnown = [email, phone, address, hours].some((one) => one !== '')
  return (
    <>
      <PageTitle title={t('about.contact.title')}>
        <p>{t('about.contact.lead')}</p>
      </PageTitle>
      <div className="stack-wide about">
        <Notice tone="warn" title={t('about.contact.danger.title')}>
          <p>{t('about.contact.danger')}</p>
        </Notice>
        {isKnown ? (
          <Facts
            facts={[
              {
                term: t('about.contact.phone'),
                value: phone && (
                  <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
                    <bdi>{phone}</bdi>
                  </a>
                ),
              },
              {
                term: t('about.contact.email'),
                value: email && (
                  <a href={`mailto:${email}`}>
                    <bdi>{email}</bdi>
                  </a>
                ),
              },
              { term: t('about.contact.address'), value: address && <span className="told">{address}</span> },
              { term: t('about.contact.hours'), value: hours && <span className="told">{hours}</span> },
            ]}
          />
        ) : (
          <p>{t('about.contact.none', { town: name })}</p>
        )}
        <p>
          <LinkButton to="/issues/new">{t('about.contact.report')}</LinkButton>
        </p>
        <section>
          <h2>{t('about.contact.data.title')}</h2>
          <p>
            {t('about.contact.data')} <Link to="/me">{t('about.contact.data.link')}</Link>.
          </p>
        </section>
        <section>
          <h2>{t('about.contact.security.title')}</h2>
          <p>
            {t('about.contact.security')} <a href="/.well-known/security.txt">security.txt</a>.
          </p>
        </section>
      </div>
    </>
  )
}
