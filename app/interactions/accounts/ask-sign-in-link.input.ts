import { z } from 'zod'
import { noticeShown } from './notice-shown.input'

/** One mail address as people type it. */
export const emailField = z.string().trim().max(254, 'field.email').pipe(z.email('field.email'))

/** A path to go on to afterwards; checked again where it is used. */
export const nextField = z.string().max(500).optional()

export const askSignInLinkInput = z.object({
  email: emailField,
  next: nextField,
  /** From the cookie of the browser that asks, never from the form. */
  browserToken: z.string().min(20).max(200),
  ...noticeShown,
})
