import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './set-up.js'

/** Goes on as the built program, in this very process: signals reach it directly, and nothing more has to start. */
export async function becomeProgram(words) {
  process.env.NODE_ENV ??= 'production'
  const program = path.join(root, 'build/server/index.js')
  process.argv = [process.execPath, program, ...words]
  await import(pathToFileURL(program).href)
}
