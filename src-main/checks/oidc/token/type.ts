import { isObject } from '#main/oidc/token/json-document.ts'
import { onHeader } from './token-subject.ts'

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout'

/** RFC 8725 §3.11: a token of another kind by the same issuer must not pass for an ID Token. */
export const isIdToken = onHeader('oidc.type', ({ token, reading }, trust, at) => {
  const { typ } = token.header.object
  const type = typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : typ
  const place = at('typ')
  const evidence = { trust, at: place, expected: 'JWT', actual: typeof typ === 'string' ? typ : JSON.stringify(typ) }
  const events = reading.claims.value('events')
  if (type === 'logout+jwt' || (isObject(events) && LOGOUT_EVENT in events))
    return { kind: 'fault', code: 'oidc.type.logout-token', ...evidence }
  if (type === 'at+jwt') return { kind: 'fault', code: 'oidc.type.access-token', ...evidence }
  if ((type !== undefined && type !== 'jwt') || events !== undefined)
    return { kind: 'fault', code: 'oidc.type.other', ...evidence }
  return { kind: 'passed', trust, at: place, detail: typ === undefined ? 'It carries no type.' : undefined }
})
