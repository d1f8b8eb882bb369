import { describe, expect, test } from 'vitest'
import { fetchDiscovery, fetchKeySet, PROVIDER_LIMITS } from '#main/oidc/discovery/fetch-provider.ts'
import { serve } from '#test/support/net/loopback.ts'

const any = { addresses: 'any' } as const

describe('what a provider may answer with is limited', () => {
  test('an issuer is completed to the address of its document, with one slash', async () => {
    const asked: (string | undefined)[] = []
    const issuer = await serve(({ url }, response) => {
      asked.push(url)
      response.setHeader('content-type', 'application/json').end('{}')
    })
    for (const address of [issuer, `${issuer}/`, `${issuer}/tenant/`, `${issuer}/.well-known/openid-configuration`])
      expect((await fetchDiscovery(address, any)).contentType).toBe('application/json')
    const wellKnown = '/.well-known/openid-configuration'
    expect(asked).toEqual([wellKnown, wellKnown, `/tenant${wellKnown}`, wellKnown])
  })

  test('a document without end', async () => {
    const issuer = await serve((_request, response) =>
      response.end(Buffer.alloc(PROVIDER_LIMITS.maximumBytes + 1, ' ')),
    )
    await expect(fetchDiscovery(issuer, any)).rejects.toMatchObject({ reason: 'too-large' })
  })

  test('an error is no document', async () => {
    const issuer = await serve((_request, response) => response.writeHead(500).end('{}'))
    await expect(fetchDiscovery(issuer, any)).rejects.toMatchObject({ reason: 'unexpected-answer' })
  })

  test('a server asks no machine of its own network, also not by a key set', async () => {
    const issuer = await serve((_request, response) => response.end('{}'))
    const publicOnly = { addresses: 'public-only' } as const
    await expect(fetchDiscovery(issuer, publicOnly)).rejects.toMatchObject({ reason: 'address-refused' })
    for (const jwks_uri of ['http://169.254.169.254/latest', 'http://[::1]/', 'http://2130706433/', 'http://0/'])
      await expect(fetchKeySet(Buffer.from(JSON.stringify({ jwks_uri })), publicOnly)).rejects.toMatchObject({
        reason: 'address-refused',
      })
  })

  test('a key set is fetched from the web alone', async () => {
    for (const jwks_uri of ['file:///etc/passwd', 'data:application/json,{}', 7, undefined])
      expect(await fetchKeySet(Buffer.from(JSON.stringify({ jwks_uri })), any)).toBeUndefined()
  })
})
