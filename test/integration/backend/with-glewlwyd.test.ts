import { describe, expect, test } from 'vitest'
import { judgeDiscovery } from '#main/checks/judge-discovery.ts'
import type { Draft } from '#shared/http-api/draft.ts'
import { openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'
import { application, hasGlewlwyd, runGlewlwyd } from '#test/support/glewlwyd/run-glewlwyd.ts'

/** Each side is told of the other as two administrators would: draft and hand-out first, then the provider, then live. */
async function openWorld(change: Record<string, unknown> = {}) {
  const op = await runGlewlwyd()
  const backend = await openTestBackend({ clock: () => new Date() })
  const tenant = await backend.organisation()
  const made = await tenant.call('POST', '/drafts', { type: 'oidc', issuer: op.issuer, domains: ['example.com'] })
  const { draft } = made.body as { draft: Draft }
  const { redirectUri, startUrl } = draft.relyingParty!
  await op.registerApplication(redirectUri)
  const config = { ...application, discoveryUrl: op.discoveryUrl, ...change }
  await tenant.call('PATCH', `/drafts/${draft.id}`, { config })
  await tenant.call('POST', `/drafts/${draft.id}/publish`, {})
  const enabled = await tenant.call('PATCH', `/providers/${draft.id}`, { enabled: true })
  expect(enabled.body.provider.enabled).toBe(true)
  const browser = new TestBrowser()
  const toIt = async () => (await browser.get(startUrl)).location!.href
  return { ...backend, tenant, op, id: draft.id, redirectUri, browser, toIt }
}

describe.skipIf(!hasGlewlwyd)('glewlwyd', () => {
  test('describes itself without an error, but for where it does', async () => {
    const op = await runGlewlwyd()
    const answer = await fetch(op.discoveryUrl)
    const { jwks_uri: jwks } = (await answer.clone().json()) as { jwks_uri: string }
    const bytesOf = async (from: Response) => new Uint8Array(await from.arrayBuffer())
    const { findings } = judgeDiscovery(
      { discovery: await bytesOf(answer), jwks: await bytesOf(await fetch(jwks)), jwksBefore: undefined },
      {
        ...{ now: new Date(), mode: 'strict', issuer: op.issuer, url: op.discoveryUrl, tenantsLimited: false },
        ...{ contentType: answer.headers.get('content-type') ?? undefined },
        ...{ clientAuthentication: 'client_secret_basic', signingAlgorithm: 'RS256' },
      },
    )
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
    expect(errors).toEqual(['discovery.issuer.location'])
  })

  test('signs a person in, and the account is theirs the next time too', async () => {
    const { browser, op, toIt, redirectUri, tenant } = await openWorld()
    for (const _time of ['first', 'second']) {
      const callback = await op.signIn(await toIt())
      expect(callback.get('iss')).toBe(op.issuer)
      const home = await browser.follow(await browser.get(`${redirectUri}?${callback}`))
      expect(home.text).toContain('You are signed in to Acme as Ada')
    }
    expect((await tenant.call('GET', '/members')).body.total).toBe(2)
  })

  test('a test of the connection shows what it answered, and what would become of the person', async () => {
    const { op, tenant, id } = await openWorld()
    const { test: begun } = (await tenant.call('POST', `/providers/${id}/test`)).body
    const callback = (await op.signIn(begun.start.url)).toString()
    const { body } = await tenant.call('POST', `/providers/${id}/test/${begun.id}/callback`, { callback })
    expect(body.judgement).toMatchObject({
      verdict: 'accepted',
      identity: { issuer: op.issuer, profile: { email: 'ada@example.com', givenName: 'Ada' } },
    })
    expect(body.outcome).toEqual({ kind: 'created', role: 'member' })
    expect(body.exchanges[0]).toMatchObject({ method: 'POST', answer: { status: 200 } })
  })

  test('a wrong secret is named by what it answers', async () => {
    const { op, toIt, browser, redirectUri, tenant } = await openWorld({ clientSecret: 'another' })
    const page = await browser.get(`${redirectUri}?${await op.signIn(await toIt())}`)
    expect(page.status).toBe(403)
    const [attempt] = (await tenant.call('GET', '/sign-ins')).body.signIns
    expect(attempt.codes).toContain('oidc.token-response.unauthorized-client')
  })
})
