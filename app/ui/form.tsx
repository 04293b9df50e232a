import { Form as RemixForm, type FormProps as RemixFormProps } from '@remix-run/react'
import type { ProblemJson } from '~/platform/problems'
import { ErrorSummary } from './error-summary'
import { FormProblem } from './form-problem'

type FormProps = Omit<RemixFormProps, 'className' | 'style'> & { problem?: ProblemJson | null; classes?: string }

/**
 * A form that never loses what was typed: with the action's `problem` it lists what does not fit, on top and at each
 * field, and gives back every answer. Works the same before any script arrives.
 */
export function Form({ problem, classes = 'form', children, ...rest }: FormProps) {
  return (
    <FormProblem.Provider value={problem ?? null}>
      {problem && <ErrorSummary problem={problem} />}
      {/* Our own words say what is wrong, in the person's language; the browser's bubbles would come first. */}
      <RemixForm method="post" noValidate {...rest} className={classes}>
        {children}
      </RemixForm>
    </FormProblem.Provider>
  )
}
