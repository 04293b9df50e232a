import { languageOf } from '~/platform/words.server'
import type { Visit } from '~/safeguards/door/actor.server'
import { isLanguage } from '~/safeguards/vocabulary'

/** Whoever asks for a piece of the map: it is the same for everybody, so nobody's session is looked up for it. */
export function passerBy(request: Request): Visit {
  const asked = languageOf(request)
  return {
    actor: { id: null, role: 'resident', mandates: [], department: null, jobTitle: null, sessionHash: null },
    language: isLanguage(asked) ? asked : 'en',
    channel: 'web',
    traceparent: request.headers.get('traceparent'),
    address: request.headers.get('x-meent-address'),
  }
}
