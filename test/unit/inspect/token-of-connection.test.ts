import { expect, test } from 'vitest'
import { inspect } from '#main/inspect/inspect.ts'
import { type InspectedOpenid, nothingKnown } from '#main/inspect/inspection-context.ts'
import { tokenClaimNames } from '#shared/model/token-claim-names.ts'
import { keysOf } from '#test/support/oidc/token-judging.ts'
import { CLIENT, ISSUER, idToken, makeSigningKey, NOW, publicJwk } from '#test/support/oidc/token-message.ts'

const key = makeSigningKey()
const openid = (change: Partial<InspectedOpenid> = {}): InspectedOpenid => ({
  provider: { issuer: ISSUER, tenants: undefined, keys: keysOf(publicJwk(key)), signingAlgorithms: ['RS256'] },
  clientId: CLIENT,
  mapping: tokenClaimNames,
  emailDomains: undefined,
  emailTrust: 'verified',
  ...change,
})
const look = (known: InspectedOpenid | undefined) =>
  inspect(Buffer.from(idToken(key)), { ...nothingKnown(NOW), ...(known && { openid: known }) })

test('a token is judged by the connection it is looked at with, and undecided without one', async () => {
  expect(await look(undefined)).toMatchObject({ judgement: { by: 'token', verdict: 'undecided' } })
  expect(await look(openid())).toMatchObject({ judgement: { by: 'token', verdict: 'accepted' } })
})

test('another client and a foreign address are found', async () => {
  const causes = async (known: InspectedOpenid) =>
    (await look(known)).findings.filter(({ rootCause }) => rootCause).map(({ code }) => code)
  expect(await causes(openid({ clientId: 'another' }))).toEqual(['oidc.audience.mismatch'])
  expect(await causes(openid({ emailDomains: ['elsewhere.example'] }))).toEqual(['oidc.claim.email.foreign-domain'])
})

test('an error in a callback is explained as the provider’s own code', async () => {
  const error = 'error=access_denied&error_description=AADSTS50105%3A+The+user+is+not+assigned.&state=s'
  const { findings } = await inspect(Buffer.from(`https://app.example/cb?${error}`), nothingKnown(NOW))
  const finding = findings.find(({ code }) => code === 'inspect.callback.error')
  expect(finding).toMatchObject({ actual: expect.stringContaining('AADSTS50105'), fix: expect.any(String) })
  expect(finding?.detail).toContain('AADSTS50105')
})
