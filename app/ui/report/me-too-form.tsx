import { lastMomentOf, titleOf } from '~/interactions/issues/issue.input'
import { StillMap } from '~/map/still-map'
import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { fullDate } from '../dates'
import { Details } from '../details'
import { TextArea } from '../field'
import { Form } from '../form'
import { HiddenFields } from '../hidden-fields'
import { OnceField } from '../once-field'
import { PageTitle } from '../page-title'
import { useTown } from '../town'
import { useWords } from '../words'
import { ContactFields } from './contact-fields'
import { HumanFields } from './human-fields'
import { InformationNotice, type NoticeParts } from './information-notice'
import { OnePhotoField } from './one-photo-field'
import { PrivateWords } from './private-words'
import { stepPath } from './step-path'

type MeTooFormProps = {
  title: string
  issue: {
    ref: string
    category: string
    place: string
    area: string | null
    lat: number | null
    lng: number | null
    reportCount: number
    isClosed: boolean
  }
  newDueAt: Date | string
  draftPlace: { lat: number; lng: number } | null
  isFromForm: boolean
  once: string
  stamp: string
  notice: NoticeParts
  languages: readonly string[]
  isSignedIn: boolean
  problem?: ProblemJson | null
}

/** "I see it too": one page, everything on it optional but the button. */
export function MeTooForm(props: MeTooFormProps) {
  const { title, issue, newDueAt, draftPlace, isFromForm, once, stamp, notice, languages, isSignedIn, problem } = props
  const t = useWords()
  const { now } = useTown()
  const { ref, category, place, area, lat, lng, reportCount, isClosed } = issue
  const lastDay = lastMomentOf(newDueAt)
  const date = fullDate(lastDay, { locale: t.intl.locale, timezone: t.timezone }, new Date(now))
  const back = isFromForm
    ? { to: stepPath('nearby'), label: t('report.me-too.back.nearby') }
    : { to: `/issues/${ref}`, label: t('report.me-too.back') }
  return (
    <div className="report">
      <PageTitle title={title} back={back}>
        <p>{isClosed ? t('report.me-too.lead.closed', { date }) : t('report.me-too.lead', { count: reportCount })}</p>
      </PageTitle>
      <div className="me-too-issue">
        {lat !== null && lng !== null && <StillMap lat={lat} lng={lng} size="row" state="here" alt="" isLazy={false} />}
        <div>
          <p>
            <strong>
              <bdi>{titleOf(t, { category, place })}</bdi>
            </strong>
          </p>
          <p className="muted small">
            {area && <bdi>{area} · </bdi>}
            <bdi>{ref}</bdi>
          </p>
        </div>
      </div>
      <Form encType="multipart/form-data" problem={problem}>
        <PrivateWords problem={problem} />
        <TextArea
          name="description"
          label={t('report.me-too.description')}
          hint={t('report.me-too.description.hint')}
          optional
          rows={3}
          maxLength={2000}
        />
        <OnePhotoField label={t('report.me-too.photo')} hint={t('report.photos.public')} />
        <Details summary={t('report.contact.title')} open={hasContactProblem(problem)}>
          <p className="muted">{isSignedIn ? t('report.contact.signed-in') : t('report.contact.lead')}</p>
          <div className="form">
            <ContactFields languages={languages} isSignedIn={isSignedIn} />
          </div>
        </Details>
        <InformationNotice notice={notice} brief />
        <OnceField once={once} />
        <HumanFields stamp={stamp} />
        <HiddenFields fields={draftPlace ? { lat: draftPlace.lat, lng: draftPlace.lng } : {}} />
        <div className="report-go">
          <Button>{isClosed ? t('report.me-too.send.closed') : t('report.me-too.send')}</Button>
        </div>
      </Form>
    </div>
  )
}

// What came back with something typed or wrong in it stands open, or nobody would see why.
const hasContactProblem = (problem?: ProblemJson | null) =>
  ['name', 'email', 'phone'].some((name) => problem?.fields?.[name] || problem?.kept?.[name])
