import { StillMap } from '~/map/still-map'
import { Button } from '../button'
import { Choice } from '../choice'
import { Details } from '../details'
import { TextArea } from '../field'
import { Form } from '../form'
import { HiddenFields } from '../hidden-fields'
import { OnceField } from '../once-field'
import { ContactFields } from '../report/contact-fields'
import { InformationNotice } from '../report/information-notice'
import { PrivateWords } from '../report/private-words'
import { QuestionFields } from '../report/question-fields'
import { useWords } from '../words'
import { IntakeKnown } from './intake-known'
import type { IntakeProps } from './intake-page'
import { Refusal } from './refusal'

/** The rest of what the caller says. The notice is read out before it is sent; the reference is said afterwards. */
export function IntakeForm({ intake, problem }: IntakeProps) {
  const t = useWords()
  const { place, category, once, languages, notice, asked } = intake
  if (!place || !category) return null
  const address = new URLSearchParams({
    q: asked,
    lat: String(place.lat),
    lng: String(place.lng),
    category: category.key,
  })
  return (
    <Form problem={problem} action={`/desk/intake?${address}`} classes="intake-form">
      <OnceField once={once} />
      <HiddenFields fields={{ lat: place.lat, lng: place.lng, category: category.key }} />
      <div className="form">
        <Refusal problem={problem} />
        <PrivateWords problem={problem} />
        <QuestionFields key={category.key} questions={category.questions} answers={{}} kept={problem?.kept ?? {}} />
        <TextArea name="description" label={t('desk.intake.text')} hint={t('desk.intake.text.hint')} maxLength={2000} />
        <Choice
          name="channel"
          label={t('desk.intake.channel')}
          chosen="phone"
          tiles
          options={[
            { value: 'phone', label: t('desk.channel.phone') },
            { value: 'desk', label: t('desk.channel.desk') },
          ]}
        />
        <Details summary={t('desk.intake.contact')} open>
          <div className="form">
            <ContactFields languages={languages} />
          </div>
        </Details>
        <Button>{t('desk.intake.send')}</Button>
      </div>
      <aside className="stack">
        <StillMap lat={place.lat} lng={place.lng} zoom={17} state="here" alt="" />
        <IntakeKnown intake={intake} address={address} />
        <h2>{t('desk.intake.read-out')}</h2>
        <InformationNotice notice={notice} />
      </aside>
    </Form>
  )
}
