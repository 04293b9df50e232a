import type { ReactNode } from 'react'
import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { Field } from '../field'
import { Form } from '../form'
import { HiddenFields } from '../hidden-fields'
import { useWords } from '../words'
import { InformationNotice } from './information-notice'

type FollowFormProps = {
  problem: ProblemJson | undefined
  isSignedIn: boolean
  stamp: string
  notice: { activity: string; legalBasis: string; version: string }
  children?: ReactNode
}

/** Asks for news by mail: an address, unless the person signed in with one. Nothing is ticked beforehand. */
export function FollowForm({ problem, isSignedIn, stamp, notice, children }: FollowFormProps) {
  const t = useWords()
  return (
    <Form problem={problem ?? null}>
      <HiddenFields fields={{ stamp }} />
      {/* A trap for programs: people do not see it, and screen readers are told to pass by. */}
      <div className="visually-hidden" aria-hidden="true">
        <label htmlFor="second-website">Website</label>
        <input id="second-website" name="second-website" tabIndex={-1} autoComplete="off" />
      </div>
      {children}
      {isSignedIn ? (
        <p>{t('follow.signed-in')}</p>
      ) : (
        <Field
          name="email"
          type="email"
          autoComplete="email"
          label={t('follow.email')}
          hint={t('follow.email-hint')}
          width="medium"
        />
      )}
      <InformationNotice {...notice} more={t('follow.notice-more')} />
      <Button>{t('follow.button')}</Button>
    </Form>
  )
}
