import { z } from 'zod'
import { plainLine, plainText } from '~/platform/plain-text'
import { languages } from '~/safeguards/vocabulary'
import { noticeShown } from '../accounts/notice-shown.input'

export const longestDescription = 2000
export const mostPhotos = 3
export const longestAlt = 200

/** A box that is ticked or not; programs send true or false. */
export const tick = z
  .union([z.boolean(), z.enum(['yes', 'no', ''])])
  .optional()
  .transform((value) => value === true || value === 'yes')

// An empty field of a form means: not given.
const given = <Inner extends z.ZodType>(inner: Inner) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), inner.optional())

const line = (longest: number) => z.string().transform(plainLine).pipe(z.string().max(longest))

// Not `z.coerce`: to that an empty field is zero, a place off the coast of Ghana.
const degrees = (most: number) =>
  z
    .union([
      z.number(),
      z
        .string()
        .regex(/^-?\d{1,3}(\.\d{1,20})?$/)
        .transform(Number),
    ])
    .pipe(z.number().min(-most).max(most))
export const latitude = degrees(85)
export const longitude = degrees(180)
export const categoryKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/)
export const description = z.string().default('').transform(plainText).pipe(z.string().max(longestDescription))

/** Who reports and how to reach them: all of it may stay empty. */
export const contactFields = {
  name: given(line(100)),
  email: given(z.string().transform(plainLine).pipe(z.email().max(254))),
  phone: given(
    line(40).pipe(z.string().regex(/^(?=(?:\D*\d){6})[\d\s()+./-]*(?:\s*(?:x|ext\.?)\s*\d{1,6})?$/i, 'field.phone')),
  ),
  /** The name stands under the report for everybody to read. Off unless the person asks for it. */
  isNamePublic: tick,
  /** Another body, such as the owner of the road, may get the contact details. */
  mayShareContact: tick,
  /** News of every step by mail, once the address is confirmed. What the town owes the person comes anyway. */
  wantsNews: tick,
  /** The language of letters, where it is not that of the page. */
  letterLanguage: given(z.enum(languages)),
  ...noticeShown,
}

/** The two fields that people do not see; a person without an account sends them along. */
export const humanFields = { stamp: z.string().max(4096).optional(), 'second-website': z.string().max(500).optional() }

/** Photos as they came with the form. The files of a draft are already safe and do not travel again. */
export const sentFiles = z
  .array(z.object({ field: z.string(), name: z.string(), type: z.string(), bytes: z.instanceof(Uint8Array) }))
  .max(mostPhotos, 'field.too-many-photos')
  .default([])

/**
 * What a person chose when they saw that their text may say something private: keep it, or have it blacked out. Without a
 * choice such a text is not taken: they are asked first.
 */
export const privacy = given(z.enum(['keep', 'black-out']))

/** What opens a person's draft: only their browser holds it. */
export const draftToken = z.string().regex(/^[\w-]{43}$/)

/**
 * A report. Residents send it from the last page of the form; civil servants for somebody on the phone or at the desk,
 * with `channel` and with the notice read out (`noticeVersion`, `noticeLanguage`). `answers.<key>` are checked against the category's questions.
 */
export const reportIssueInput = z.object({
  lat: latitude,
  lng: longitude,
  category: categoryKey,
  description,
  answers: z.record(z.string(), z.unknown()).default({}),
  ...contactFields,
  privacy,
  channel: z.enum(['web', 'phone', 'desk', 'staff']).default('web'),
  files: sentFiles,
  draftToken: draftToken.optional(),
  ...humanFields,
})
export type ReportIssueInput = z.output<typeof reportIssueInput>
