import { type Env, env } from './env.server'
import { type FileStore, openFiles } from './files.server'

let opened: { store: FileStore; for: Env } | undefined

/** The file store of this installation: opened when first needed, and again when the settings are others. */
export function files(): FileStore {
  const settled = env()
  if (opened?.for !== settled) opened = { store: openFiles(settled), for: settled }
  return opened.store
}
