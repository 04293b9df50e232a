import { z } from 'zod'
import { emailField } from '../accounts/ask-sign-in-link.input'
import { noticeShown } from '../accounts/notice-shown.input'

const emptyIsNone = <Inner extends z.ZodType>(inner: Inner) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), inner.optional())

/** What to follow: an issue by its reference, or an area and a category by their keys. */
export const followedFields = {
  ref: z.string().max(20).optional(),
  area: emptyIsNone(z.string().max(100)),
  category: emptyIsNone(z.string().max(100)),
}

export const askToFollowInput = z
  .object({
    ...followedFields,
    /** Not asked of somebody who signed in by mail: their address is known to be theirs. */
    email: emptyIsNone(emailField),
    stamp: z.string().max(4096).optional(),
    'second-website': z.string().max(500).optional(),
    ...noticeShown,
  })
  .refine(({ ref, area, category }) => ref !== undefined || area !== undefined || category !== undefined, {
    path: ['area'],
    message: 'follow.field.choose-one',
  })
