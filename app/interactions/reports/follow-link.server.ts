import { createHmac } from 'node:crypto'
import { env } from '~/platform/env.server'
import { keyFor } from '~/platform/sealing.server'
import { tokenHash } from '~/platform/tokens.server'

/**
 * The secret that opens the receipt of a report. Made from the report's id and the secret of this installation, so that a
 * repeated form and each later letter lead to the same page; only its hash is stored.
 */
export const followTokenOf = (reportId: string): string =>
  createHmac('sha256', keyFor(env().secretKey, 'follow a report')).update(reportId).digest('base64url')

/** The page of a report for whoever sent it. */
export const receiptPath = (reportId: string): string => `/receipts/${followTokenOf(reportId)}`

export const followTokenHashOf = (reportId: string) => new Uint8Array(tokenHash(followTokenOf(reportId)))
