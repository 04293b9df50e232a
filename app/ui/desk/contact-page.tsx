import { Link, useSearchParams } from '@remix-run/react'
import { contactPurposes } from '~/interactions/cases/contact.input'
import { titleOf } from '~/interactions/issues/issue.input'
import { Button } from '../button'
import { Choice } from '../choice'
import { Form } from '../form'
import { Notice } from '../notice'
import { PageTitle } from '../page-title'
import { useWords } from '../words'
import { ContactHere, type ContactResult, type ContactWay, WhichReport } from './contact-here'
import { Refusal } from './refusal'

/** Opening contact details: whose, what for, and on what footing; said before it happens, and on record afterwards. */
export function ContactPage({ way, result }: { way: ContactWay; result: ContactResult }) {
  const t = useWords()
  const [params] = useSearchParams()
  const { ref, relation, reports } = way
  return (
    <div className="contact stack">
      <PageTitle title={t('desk.contact.title')} back={{ to: `/desk/cases/${ref}`, label: t('desk.contact.back') }}>
        <p>
          {titleOf(t, way)} · <bdi>{ref}</bdi>
        </p>
      </PageTitle>
      {result?.opened && <ContactHere opened={result.opened} />}
      {reports.length === 0 && <p>{t('desk.contact.none')}</p>}
      {reports.length > 0 && (
        <Notice tone={relation === 'none' ? 'warn' : 'info'} title={t(`desk.relation.${relation}`)}>
          <p>{t('desk.contact.about')}</p>
        </Notice>
      )}
      {reports.length > 0 && relation !== 'none' && (
        <Form problem={result?.problem}>
          <Refusal problem={result?.problem} />
          <WhichReport way={way} chosen={params.get('report')} />
          <Choice
            name="purposeOfUse"
            label={t('desk.contact.purpose')}
            options={contactPurposes.map((purpose) => ({
              value: purpose,
              label: t(`desk.purpose.${purpose}`),
              hint: t(`desk.purpose.${purpose}.hint`),
            }))}
          />
          <Button>{t('desk.contact.open')}</Button>
        </Form>
      )}
      {reports.length > 0 && relation === 'none' && (
        <p>
          <Link to={`/desk/cases/${ref}/contact/emergency?${params}`}>{t('desk.contact.emergency')}</Link>
        </p>
      )}
    </div>
  )
}
