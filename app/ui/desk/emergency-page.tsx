import { useSearchParams } from '@remix-run/react'
import { breakGlassCategories } from '~/interactions/cases/contact.input'
import { titleOf } from '~/interactions/issues/issue.input'
import { Button } from '../button'
import { Choice } from '../choice'
import { TextArea } from '../field'
import { Form } from '../form'
import { Notice } from '../notice'
import { PageTitle } from '../page-title'
import { useWords } from '../words'
import { ContactHere, type ContactResult, type ContactWay, WhichReport } from './contact-here'
import { Refusal } from './refusal'

/** Breaking the glass: contact details without working on the case, because it cannot wait. Oversight looks at each time. */
export function EmergencyPage({ way, result }: { way: ContactWay; result: ContactResult }) {
  const t = useWords()
  const [params] = useSearchParams()
  const { ref, reports } = way
  return (
    <div className="contact stack">
      <PageTitle title={t('desk.glass.title')} back={{ to: `/desk/cases/${ref}/contact`, label: t('desk.glass.back') }}>
        <p>
          {titleOf(t, way)} · <bdi>{ref}</bdi>
        </p>
      </PageTitle>
      {result?.opened && <ContactHere opened={result.opened} />}
      <Notice tone="danger">
        <p>{t('desk.glass.about')}</p>
      </Notice>
      {reports.length === 0 ? (
        <p>{t('desk.contact.none')}</p>
      ) : (
        <Form problem={result?.problem}>
          <Refusal problem={result?.problem} />
          <WhichReport way={way} chosen={params.get('report')} />
          <Choice
            name="category"
            label={t('desk.glass.category')}
            options={breakGlassCategories.map((one) => ({ value: one, label: t(`check.I03.category.${one}`) }))}
          />
          <TextArea
            name="reason"
            label={t('desk.glass.reason')}
            hint={t('desk.glass.reason.hint')}
            maxLength={500}
            rows={3}
          />
          <Button weight="danger">{t('desk.glass.open')}</Button>
        </Form>
      )}
    </div>
  )
}
