/** A request as somebody sends it who is not signed in: whoever signs in is nobody yet, whoever sat at this screen before. */
export function asNobody(request: Request): Request {
  const headers = new Headers(request.headers)
  const kept = (headers.get('cookie') ?? '').split(';').filter((pair) => !isSession(pair))
  headers.set('cookie', kept.join(';'))
  return new Request(request, { headers })
}

/** What ends the session this request came with; null when there is none. To be made before its body is read. */
export function leaving(request: Request): Request | null {
  const isSignedIn = (request.headers.get('cookie') ?? '').split(';').some(isSession)
  return isSignedIn ? new Request(request.url, { headers: request.headers }) : null
}

const isSession = (pair: string) => /^\s*(__Host-meent|meent-session)=/.test(pair)
