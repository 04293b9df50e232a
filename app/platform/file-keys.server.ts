import { randomBytes } from 'node:crypto'

/** A new name: random, so that it tells nothing and cannot be guessed, and spread over 65,536 folders. */
export function newFileKey(folder: string, extension: string): string {
  const name = randomBytes(16).toString('hex')
  return checkedKey(`${folder}/${name.slice(0, 2)}/${name.slice(2, 4)}/${name}.${extension}`)
}

/** The key itself, when it has the one shape that cannot climb out of the store; otherwise an error. */
export function checkedKey(key: string): string {
  if (key.length > 200 || !/^[a-z0-9-]+(\/[a-z0-9-]+)*\.[a-z0-9]{2,5}$/.test(key))
    throw new Error('Not the key of a file.')
  return key
}

/** As `checkedKey`, for a folder of keys. */
export function checkedFolder(folder: string): string {
  if (folder.length > 100 || !/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(folder)) throw new Error('Not a folder of files.')
  return folder
}
