import { spokenLanguages } from './languages'

/** The language of a request: what the address asks, else what the person chose before, else what the browser likes best. */
export function languageOf(request: Request, offered: readonly string[] = spokenLanguages): string {
  const asked = new URL(request.url).searchParams.get('lang')
  const chosen = request.headers.get('cookie')?.match(/(?:^|;\s*)lang=([a-z]{2,3})(?:;|$)/)?.[1]
  const liked = likedLanguages(request.headers.get('accept-language') ?? '')
  return [asked, chosen, ...liked].find((language) => language && offered.includes(language)) ?? offered[0] ?? 'en'
}

/** The languages of an Accept-Language header, best first; "nl-BE" counts as Dutch. Refused ones (q=0) are left out. */
export function likedLanguages(header: string): string[] {
  const liked = header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.map((parameter) => parameter.trim().match(/^q=([\d.]+)$/)?.[1]).find(Boolean)
      return { language: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ language, weight }) => language && weight > 0)
  return [...new Set(liked.sort((one, other) => other.weight - one.weight).map(({ language }) => language))]
}

/** Remembers the language a person chose, for a year; it says nothing about who they are. Kept only when the address asks for one. */
export function languageCookie(request: Request, offered: readonly string[] = spokenLanguages): string | null {
  const asked = new URL(request.url).searchParams.get('lang')
  if (!asked || !offered.includes(asked)) return null
  const secure = new URL(request.url).protocol === 'https:' ? '; Secure' : ''
  return `lang=${asked}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure}`
}
