import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { writeWhole } from '~/platform/whole-file.server'
import { copyLog } from '~/safeguards/ledger/copy-log'
import { checkSignature } from '~/safeguards/ledger/node-crypto.server'
import { noteOf } from '~/safeguards/ledger/signed-note'
import { readHead, verifyGrowth } from '~/safeguards/ledger/verify-log'
import { copyIn, keysOf, readIfThere, type Source } from './ledger-source.server'
import { progressBar } from './progress-bar'

/**
 * Copies a record into a folder, laid out as it is served (C2SP tlog-tiles). A folder that has an earlier copy is brought
 * up to date, if the record has only grown since; head and keys are written last, when all of it is there.
 */
export async function exportRecord(source: Source, folder: string, key: string | undefined) {
  const { vkeys, keys } = await keysOf(source, key)
  const note = noteOf(await source.log.file('checkpoint'))
  const head = await readHead(note, keys, checkSignature)
  const earlier = await readIfThere(path.join(folder, 'checkpoint'))
  if (earlier) await verifyGrowth(source.log, await readHead(noteOf(earlier), keys, checkSignature), head)
  await mkdir(folder, { recursive: true })
  const bar = progressBar(process.stdout)
  await copyLog(source.log, head, copyIn(folder), (entries) => bar.show('Copying entries', entries, head.size))
  bar.end()
  await writeWhole(path.join(folder, 'vkey'), vkeys.map((vkey) => `${vkey}\n`).join(''), 0o644)
  await writeWhole(path.join(folder, 'checkpoint'), note, 0o644)
  console.log(`${head.origin}: ${head.size} entries are in ${folder}, each as it was signed.`)
}
