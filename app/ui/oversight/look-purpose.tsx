import { Form, useSearchParams } from '@remix-run/react'
import { Button } from '../button'
import { Details } from '../details'
import { HiddenFields } from '../hidden-fields'
import { useWords } from '../words'
import { lookPurposes, useLook } from './look'

/** What the officer looks for: named once, it stands on the record of every page that follows. */
export function LookPurpose() {
  const t = useWords()
  const { purpose } = useLook()
  const [params] = useSearchParams()
  const { purpose: _, ...others } = Object.fromEntries(params)
  return (
    <Details summary={t('oversight.purpose.now', { purpose: t(`activity.use.${purpose}`) })}>
      <p className="small">{t('oversight.purpose.why')}</p>
      <Form method="get" className="inline-form">
        <HiddenFields fields={others} />
        <label className="label" htmlFor="look-purpose">
          {t('oversight.purpose.label')}
        </label>
        <select className="input input-medium" id="look-purpose" name="purpose" defaultValue={purpose} key={purpose}>
          {lookPurposes.map((one) => (
            <option key={one} value={one}>
              {t(`activity.use.${one}`)}
            </option>
          ))}
        </select>
        <Button weight="secondary">{t('oversight.purpose.set')}</Button>
      </Form>
    </Details>
  )
}
