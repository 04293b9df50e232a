/** Where to go on to when an address asks for it: a path on this site, or `fallback`. Never another site, never a script. */
export function safeRedirect(path: unknown, fallback = '/'): string {
  if (typeof path !== 'string' || path.length > 2000) return fallback
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop control characters, so "/\t/evil" would leave the site
  if (!/^\/(?![/\\])/.test(path) || /[\\\u0000-\u001f\u007f]/.test(path)) return fallback
  const here = 'https://here.invalid'
  const url = URL.canParse(path, here) ? new URL(path, here) : null
  return url?.origin === here ? `${url.pathname}${url.search}${url.hash}` : fallback
}
