import { existsSync } from 'node:fs'
import path from 'node:path'
import { quietly, Trouble } from './progress.js'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const elsewhere = [
  '/usr/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * A Chromium or Chrome of this machine; null when there is none. MEENT_CHROMIUM names one outright.
 * @returns {string | null}
 */
export function findChromium() {
  const named = process.env.MEENT_CHROMIUM
  if (named) return named
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [...candidates, ...elsewhere].find((file) => existsSync(file)) ?? null
}

/** Makes sure that there is one: as root on Debian and Ubuntu it is installed, anybody else is told how. */
export async function installChromium() {
  if (findChromium()) return
  const hint =
    'No Chromium or Chrome was found. Install one (Debian: sudo apt-get install chromium), or name it in MEENT_CHROMIUM.'
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Trouble(hint)
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  await quietly('Looking up packages of the system', 'apt-get', ['update'], quiet)
  const packages = ['chromium', 'fonts-liberation', 'fonts-dejavu-core']
  await quietly('Installing Chromium', 'apt-get', ['install', '-y', '--no-install-recommends', ...packages], quiet)
  if (!findChromium()) throw new Trouble(hint)
}
