import { isObject } from '#main/oidc/token/json-document.ts'
import type { CheckOf } from '../../finding/outcome.ts'
import type { TokenSubject } from './token-subject.ts'

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'

export interface LogoutTokenSubject extends TokenSubject {
  /** Was this one acted on before? A port: who judges without a memory leaves it out. */
  readonly wasUsed: ((issuer: string, id: string) => boolean) | undefined
}

/** OpenID Connect Back-Channel Logout §2.6, 4 to 8. */
export const asksForLogout: CheckOf<LogoutTokenSubject, 'oidc.logout'> = {
  code: 'oidc.logout',
  run({ token, reading: { claims, trust }, wasUsed }) {
    const [events, subject, session, id] = ['events', 'sub', 'sid', 'jti'].map((name) => claims.value(name))
    const { typ } = token.header.object
    const fault = (code: `oidc.logout.${'not-a-logout-token' | 'nonce' | 'nobody' | 'no-id' | 'seen'}`, at: string) =>
      ({ kind: 'fault', code, trust, at: claims.at(at) }) as const
    const untyped = typ === undefined || /^(?:application\/)?(?:logout\+)?jwt$/i.test(String(typ))
    if (!untyped || !isObject(events) || !isObject(events[EVENT]))
      return fault('oidc.logout.not-a-logout-token', 'events')
    if (claims.value('nonce') !== undefined) return fault('oidc.logout.nonce', 'nonce')
    if (!isName(subject) && !isName(session)) return fault('oidc.logout.nobody', 'sub')
    if (!isName(id)) return fault('oidc.logout.no-id', 'jti')
    const issuer = claims.value('iss')
    if (typeof issuer === 'string' && wasUsed?.(issuer, id) === true) return fault('oidc.logout.seen', 'jti')
    return { kind: 'passed', trust, at: claims.at('events') }
  },
}

const isName = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
