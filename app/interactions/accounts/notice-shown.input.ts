import { z } from 'zod'
import { languages } from '~/safeguards/vocabulary'

/** Which information notice stood beside the form, and in which language (L05). */
export const noticeShown = {
  noticeVersion: z.string().max(20).optional(),
  noticeLanguage: z.enum(languages).optional(),
}

/** The fact for the check, or undefined when no notice was shown. */
export const noticeFact = ({ noticeVersion, noticeLanguage }: NoticeFields) =>
  noticeVersion && noticeLanguage ? { version: noticeVersion, language: noticeLanguage } : undefined

type NoticeFields = { noticeVersion?: string | undefined; noticeLanguage?: (typeof languages)[number] | undefined }
