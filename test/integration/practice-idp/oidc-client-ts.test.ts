import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from 'oidc-client-ts'
import { describe, expect, test } from 'vitest'
import type { FaultId } from '#shared/model/practice-idp.ts'
import { REDIRECT_URI } from '#test/support/oidc/stock-provider.ts'
import { signIn } from '#test/support/practice-idp/practice-openid-login.ts'
import { runPracticeIdp } from '#test/support/practice-idp/running-practice-idp.ts'

/** The practice provider serves a client library that is not ours: the code flow with PKCE, and UserInfo. */
async function login(authentication: 'client_secret_basic' | 'client_secret_post' | 'none', ...faults: FaultId[]) {
  const { idp } = await runPracticeIdp({ clock: () => new Date() }, null)
  const secret = authentication === 'none' ? undefined : 'board-secret'
  idp.registerClient({ clientId: 'board', clientSecret: secret, authentication, redirectUris: [REDIRECT_URI] })
  idp.setFaults(faults)
  const client = new OidcClient({
    authority: idp.issuer,
    client_id: 'board',
    redirect_uri: REDIRECT_URI,
    scope: 'openid email profile groups',
    loadUserInfo: true,
    stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    ...(authentication !== 'none' && { client_authentication: authentication }),
    ...(secret !== undefined && { client_secret: secret }),
  })
  const { url } = await client.createSigninRequest({ nonce: 'n-0S6_WzA2Mj' })
  return client.processSigninResponse(`${REDIRECT_URI}?${await signIn(url)}`)
}

describe('oidc-client-ts', () => {
  test.each(['client_secret_basic', 'client_secret_post', 'none'] as const)('signs in with %s', async (how) => {
    const { profile, id_token: idToken } = await login(how)
    expect(profile).toMatchObject({ sub: 'mira', email: 'mira.okafor@example.com', groups: ['everyone', 'it-admins'] })
    expect(idToken?.split('.')).toHaveLength(3)
  })

  test.each([
    ['openid-access-denied', /not assigned/],
    ['openid-server-error', /internal error/],
    ['openid-state-dropped', /state/i],
    ['openid-secret-changed', /client/i],
    ['openid-token-error', /internal error|500/i],
    ['openid-token-page', /content.type/i],
    ['openid-wrong-nonce', /nonce/i],
  ] satisfies [FaultId, RegExp][])('refuses %s', async (fault, words) => {
    await expect(login('client_secret_post', fault)).rejects.toThrow(words)
  })
})
