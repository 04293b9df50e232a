import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { hash, verify } from '@node-rs/argon2'
import { takeTurns } from './turns.server'

/** OWASP's minimum for argon2id (the library's default algorithm): 19 MiB, two passes. A change is taken up at each next sign-in. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const strengthInHash = `$argon2id$v=19$m=${strength.memoryCost},t=${strength.timeCost},p=${strength.parallelism}$`

// Two at once fill two processors; a flood of guesses gets `Busy` instead of all the memory.
const inTurn = takeTurns({ atOnce: 2, waiting: 8 })

/** The form in which a password is stored. Throws Busy when too many people wait. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(typed(password), strength))

/** True when this is the password. For an unknown person give null: it takes the same work and is never true. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const isRight = await inTurn(() => verify(stored ?? nobody, typed(password)))
  return isRight && stored !== null
}

/** True when the password was stored with less care than today: store it anew, now that the person has typed it. */
export const needsRehash = (stored: string): boolean => !stored.startsWith(strengthInHash)

// The hash of 32 random bytes that were thrown away.
const nobody = `${strengthInHash}cPvG+f8rg2yo8B0Pz8BvXQ$gatpN3WelrBGN1Bf+jPFM/ddWpSfToSdjiR4ND4PWlQ`

export const shortestPassword = 8
export const longestPassword = 256

/** What is wrong with a new password, as a key into the words; null when it is good. */
export type PasswordFlaw = 'password.too-short' | 'password.too-long' | 'password.common' | 'password.about-you'

/**
 * Judges a new password. `context` names what an attacker would try first: the town, the mail address, the person's name.
 * No rule about digits or signs: length and not being guessable is what counts.
 */
export function flawIn(password: string, context: readonly string[] = []): PasswordFlaw | null {
  const length = [...typed(password)].length
  if (length < shortestPassword) return 'password.too-short'
  if (length > longestPassword) return 'password.too-long'
  const spellings = spellingsOf(typed(password).toLowerCase())
  if (new Set(typed(password)).size < 4 || spellings.some((spelling) => commonPasswords().has(spelling))) {
    return 'password.common'
  }
  const words = [...contextWords(context), 'meent']
  if (
    spellings.some((spelling) => lettersAndDigits(without(spelling, words)) < shortestPassword && has(spelling, words))
  ) {
    return 'password.about-you'
  }
  return null
}

// One password typed on two keyboards must be the same bytes.
const typed = (password: string) => password.normalize('NFKC')

const lookalikes: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}

/** As typed, with the usual tricks undone: signs at the end, and digits that stand for letters. */
function spellingsOf(password: string): string[] {
  const bare = password.replace(/[!?.*#]+$/, '')
  const asLetters = (text: string) => [...text].map((letter) => lookalikes[letter] ?? letter).join('')
  return [password, bare, asLetters(password), asLetters(bare)]
}

/** Every part of four letters or more of each word: `jan.de.boer@town.example` gives `boer`, `town` and `example` too. */
function contextWords(context: readonly string[]): string[] {
  const whole = context.map((word) => typed(word).toLowerCase().trim())
  const parts = whole.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u))
  const joined = whole.map((word) => word.replace(/[^\p{L}\p{N}]+/gu, ''))
  const words = [...new Set([...whole, ...joined, ...parts])].filter((word) => word.length >= 4)
  // The longest first, so that a whole address goes before its parts.
  return words.sort((one, other) => other.length - one.length)
}

const has = (text: string, words: readonly string[]) => words.some((word) => text.includes(word))
const without = (text: string, words: readonly string[]) =>
  words.reduce((rest, word) => rest.replaceAll(word, ''), text)
const lettersAndDigits = (text: string) => (text.match(/[\p{L}\p{N}]/gu) ?? []).length

let list: ReadonlySet<string> | undefined

function commonPasswords(): ReadonlySet<string> {
  // Read from the checkout and not bundled: the commands and the web server share one copy.
  list ??= new Set(
    readFileSync(resolve('app/platform/common-passwords.txt'), 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#')),
  )
  return list
}
