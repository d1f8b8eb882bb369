import type { TypedClient } from '#shared/ipc/openid.ts'
import { LoginWishes, type OpenidClient } from '#shared/model/openid-side.ts'
import { isRedirectUri } from '#shared/model/redirect-uri.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'

/** The client as it was typed, without its secret. @throws {InputRefused} naming the field */
export function readClient(typed: TypedClient): Omit<OpenidClient, 'hasSecret' | 'key' | 'changedAt'> {
  const clientId = typed.clientId.trim()
  if (clientId === '') throw new InputRefused('openid.client-id-empty', 'clientId')
  return {
    clientId,
    authentication: typed.authentication,
    redirectUri: redirectUri(typed.redirectUri, 'redirectUri'),
    postLogoutRedirectUri:
      typed.postLogoutRedirectUri.trim() === ''
        ? null
        : redirectUri(typed.postLogoutRedirectUri, 'postLogoutRedirectUri'),
    wishes: readWishes(typed),
    tenants: words(typed.tenants),
    emailTrust: typed.emailTrust,
  }
}

function readWishes({ scopes, prompt, maximumAge, acrValues, loginHint }: TypedClient): LoginWishes {
  const read = LoginWishes.safeParse({
    // Always asked for, whether it was typed or not.
    scopes: words(scopes).filter((scope) => scope !== 'openid'),
    prompt: prompt === '' ? null : prompt,
    maximumAge: maximumAge.trim() === '' ? null : Number(maximumAge.trim()),
    acrValues: words(acrValues),
    loginHint: loginHint.trim() === '' ? null : loginHint.trim(),
  })
  if (read.success) return read.data
  const isAge = read.error.issues.some(({ path }) => path[0] === 'maximumAge')
  if (isAge) throw new InputRefused('openid.maximum-age-refused', 'maximumAge')
  throw new InputRefused('openid.scope-refused', 'scopes')
}

const words = (typed: readonly string[]) => [...new Set(typed.map((word) => word.trim()))].filter((word) => word !== '')

function redirectUri(typed: string, field: string): string {
  const text = typed.trim()
  if (!isRedirectUri(text)) throw new InputRefused('openid.redirect-refused', field)
  return text
}
