import { resolve } from 'node:path'
import { diskFiles } from './files-disk.server'
import { s3Files, s3PlaceFrom } from './files-s3.server'

export { newFileKey } from './file-keys.server'

export type StoredFile = { key: string; bytes: number; changedAt: Date }

/** Where photos and other files are kept. A key is made by `newFileKey` and never by a person. */
export type FileStore = {
  /** Keeps the bytes wholly or not at all. */
  put(key: string, content: Uint8Array, contentType: string): Promise<void>
  /** The bytes, or null when there is no such file. */
  get(key: string): Promise<Buffer | null>
  /** Afterwards the file is gone, also when it never was. */
  delete(key: string): Promise<void>
  stat(key: string): Promise<StoredFile | null>
  /** Every file of a folder, in no set order: the sweep of files that nothing refers to walks it. */
  list(folder: string): AsyncIterable<StoredFile>
  /** Removes what writes that were cut off before this moment left behind; tells how many. */
  tidy(before: Date): Promise<number>
}

/** The file store of this installation: `s3://key:secret@host/bucket?region=...` in FILES_URL, or a folder on disk. */
export function openFiles({ filesUrl, dataDir }: { filesUrl?: string | undefined; dataDir: string }): FileStore {
  if (!filesUrl) return diskFiles(resolve(dataDir, 'files'))
  if (filesUrl.startsWith('s3://')) return s3Files(s3PlaceFrom(filesUrl))
  if (filesUrl.startsWith('file:///')) return diskFiles(decodeURIComponent(new URL(filesUrl).pathname))
  throw new Error('FILES_URL must begin with s3:// or file:///.')
}
