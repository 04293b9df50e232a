import { randomUUID } from 'node:crypto'

/** A fresh key for one form: however often it is sent, it acts once. */
export const newOnce = (): string => randomUUID()
