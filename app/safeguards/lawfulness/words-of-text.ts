/** One word of a text: where it stands, as it was written, and as we compare it. */
export type Word = {
  start: number
  end: number
  written: string
  /** Lower case, without accents and apostrophes. */
  plain: string
  /** The same without a leading "and", "the", "for" that Arabic writes in one piece with the word. */
  forms: readonly string[]
  isPossessive: boolean
  sentence: number
}

const wordForm = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu
const shortForms = new Set([
  'no',
  'nr',
  'mr',
  'mrs',
  'ms',
  'st',
  'apt',
  'sr',
  'sra',
  'dhr',
  'mw',
  'mevr',
  'num',
  'dr',
  'ave',
  'rd',
])

/** Splits a text into words with their sentences. Reads each character a fixed number of times, whatever the text. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let sentence = 0
  for (const match of text.matchAll(wordForm)) {
    const written = match[0]
    const before = words.at(-1)
    if (before && endsSentence(text, before, match.index)) sentence++
    const plain = plainForm(written)
    words.push({
      start: match.index,
      end: match.index + written.length,
      written,
      plain,
      forms: arabic.test(plain) ? arabicForms(plain) : [plain],
      isPossessive: /['’]s$/i.test(written),
      sentence,
    })
  }
  return words
}

/** Lower case, no accents, no apostrophes: `Vecíno’s` and `vecinos` are compared alike. */
export function plainForm(word: string): string {
  // A word of hundreds of letters is no word; comparing its beginning is enough and keeps hostile text cheap.
  return word
    .slice(0, 60)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/ى/g, 'ي')
}

function endsSentence(text: string, before: Word, nextStart: number) {
  const gap = text.slice(before.end, Math.min(nextStart, before.end + 40))
  if (/[!?؟\n;؛]/.test(gap)) return true
  return gap.includes('.') && !shortForms.has(before.plain) && before.plain.length > 1
}

const arabic = /\p{Script=Arabic}/u

function arabicForms(word: string): string[] {
  const forms = [word]
  for (const prefix of ['وال', 'بال', 'لل', 'كال', 'فال', 'ال', 'و', 'ب', 'ل', 'ف']) {
    if (word.startsWith(prefix) && word.length - prefix.length >= 2) forms.push(word.slice(prefix.length))
  }
  return forms
}
