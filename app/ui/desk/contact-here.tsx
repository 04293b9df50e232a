import type { showContactWay } from '~/interactions/cases/show-contact-way.server'
import { ownNameOf } from '~/platform/languages'
import type { ProblemJson } from '~/platform/problems'
import { Card } from '../card'
import { Choice } from '../choice'
import { fullDate } from '../dates'
import { Facts } from '../facts'
import { useTown } from '../town'
import { useWords } from '../words'

export type ContactWay = Awaited<ReturnType<typeof showContactWay.handle>>
type Contact = { name: string | null; email: string | null; phone: string | null }
export type ContactOpened = { reportId: string; language: string; mayShareContact: boolean; contact: Contact }
export type ContactResult = { problem: ProblemJson | null; opened: ContactOpened | null } | undefined

/** Contact details for this one look. They are in no address and no cache: leaving the page closes them. */
export function ContactHere({ opened: { contact, language, mayShareContact } }: { opened: ContactOpened }) {
  const t = useWords()
  const { name, email, phone } = contact
  return (
    <Card title={t('desk.contact.opened')}>
      <Facts
        facts={[
          { key: 'name', term: t('desk.contact.name'), value: name && <bdi>{name}</bdi> },
          {
            key: 'phone',
            term: t('desk.contact.phone'),
            value: phone && (
              <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} dir="ltr">
                {phone}
              </a>
            ),
          },
          {
            key: 'email',
            term: t('desk.contact.email'),
            value: email && (
              <a href={`mailto:${email}`} dir="ltr">
                {email}
              </a>
            ),
          },
          {
            key: 'language',
            term: t('desk.contact.language'),
            value: <span lang={language}>{ownNameOf(language)}</span>,
          },
          {
            key: 'share',
            term: t('desk.contact.share'),
            value: t(mayShareContact ? 'desk.contact.share.yes' : 'desk.contact.share.no'),
          },
        ]}
      />
      <p className="muted small">{t('desk.contact.trace')}</p>
    </Card>
  )
}

/** Whose details: one report at a time, because more is not needed to call one person back. */
export function WhichReport({ way, chosen }: { way: ContactWay; chosen: string | null }) {
  const t = useWords()
  const { now } = useTown()
  const place = { locale: t.intl.locale, timezone: t.timezone }
  const [only] = way.reports
  return (
    <Choice
      name="reportId"
      label={t('desk.contact.which')}
      chosen={chosen ?? (way.reports.length === 1 ? only?.id : undefined)}
      options={way.reports.map(({ id, channel, language, reportedAt }) => ({
        value: id,
        label: fullDate(new Date(reportedAt), place, new Date(now), true),
        hint: `${t(`desk.channel.${channel}`)} · ${ownNameOf(language)}`,
      }))}
    />
  )
}
