import { readdir, readFile } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { RemoteTenant } from '#main/desktop/services/remote-tenant.ts'
import { getOrganisation } from '#shared/http-api/organisation.ts'
import { openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { openSecrets } from '#test/support/desktop/open-secrets.ts'
import { freePort } from '#test/support/net/free-port.ts'
import { makeServerCertificate, serve, serveTls } from '#test/support/net/loopback.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const place = (url: string) => ({ kind: 'remote', url }) as const

async function setUp() {
  const folder = await temporaryFolder()
  const secrets = await openSecrets(folder)
  return { folder, secrets, remote: new RemoteTenant(secrets) }
}

const input = (url: string, apiKey = 'claimcheck_key', certificateAuthority = '') => ({
  url,
  apiKey,
  certificateAuthority,
})

describe('a real backend', () => {
  test('is connected to, with a key that is sealed and told to nobody', async () => {
    const { folder, secrets, remote } = await setUp()
    const backend = await openTestBackend()
    const { apiKey, orgId } = await backend.organisation({ organisation: 'Acme' })
    expect(await remote.connect(input(`${backend.url}/sign-in`, ` ${apiKey}\n`))).toBe(backend.url)
    const status = remote.status(place(backend.url))
    expect(status).toMatchObject({ state: 'running', url: backend.url, organisationId: orgId, organisation: 'Acme' })
    expect(JSON.stringify(status)).not.toContain(apiKey)
    const sealed = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
    expect(sealed.join('')).not.toContain(apiKey)

    const later = new RemoteTenant(secrets)
    expect(later.status(place(backend.url)).state).toBe('stopped')
    await later.reconnect()
    expect(later.access()).toEqual({ baseUrl: backend.url, apiKey, isRemote: true })
    await later.forget()
    await expect(later.reconnect()).rejects.toMatchObject({ problem: { code: 'tenant.key-missing' } })
  })

  test('that does not know the key is not kept', async () => {
    const { secrets, remote } = await setUp()
    const backend = await openTestBackend()
    await backend.organisation()
    await expect(remote.connect(input(backend.url))).rejects.toMatchObject({ problem: { code: 'tenant.key-refused' } })
    expect(await secrets.get('tenant.remote-access')).toBeNull()
    expect(() => remote.access()).toThrow(expect.objectContaining({ message: 'tenant.not-connected' }))
  })

  test('says what a key may not do', async () => {
    const { remote } = await setUp()
    const backend = await openTestBackend()
    const { call } = await backend.organisation()
    const { body } = await call('POST', '/api-keys', { name: 'Auditor', scopes: ['audit:read'] })
    await expect(remote.connect(input(backend.url, body.secret))).rejects.toMatchObject({
      problem: { code: 'tenant.refused', what: expect.stringContaining('org:update') },
    })
  })
})

const answer =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
const refusal = JSON.stringify({ error: 'not_found', message: 'There is nothing at this address.' })

test.each([
  ['a web page', answer(200, '<!doctype html>'), 'tenant.not-a-backend'],
  ['another API', answer(200, '{"organisation":{"id":7}}'), 'tenant.not-a-backend'],
  ['a proxy that fails', answer(502, 'Bad gateway'), 'tenant.not-a-backend'],
  ['a backend without this route', answer(404, refusal), 'tenant.older'],
  ['a server that sends us on', answer(302, '', { location: 'https://elsewhere.example/' }), 'tenant.moved'],
])('%s is called what it is', async (_name, listener, code) => {
  const { remote } = await setUp()
  await expect(remote.connect(input(await serve(listener)))).rejects.toMatchObject({ problem: { code } })
})

test('where nothing listens that is said', async () => {
  const { remote } = await setUp()
  const url = `http://127.0.0.1:${await freePort()}`
  await expect(remote.connect(input(url))).rejects.toMatchObject({ problem: { code: 'tenant.unreachable' } })
})

test('a certificate that nobody trusts gets no key, unless its authority is given', async () => {
  const { remote } = await setUp()
  const seen: unknown[] = []
  const organisation = { id: `org_${'0'.repeat(22)}`, name: 'Acme', allowedDomains: [], version: '1' }
  const body = JSON.stringify({ organisation: { ...organisation, createdAt: '2026-11-22T08:00:00.000Z' } })
  expect(getOrganisation.success.body.safeParse(JSON.parse(body)).success).toBe(true)
  const certificate = await makeServerCertificate()
  const url = await serveTls(certificate, (request, response) => {
    seen.push(request.headers.authorization)
    answer(200, body)(request, response)
  })
  await expect(remote.connect(input(url))).rejects.toMatchObject({ problem: { code: 'tenant.not-trusted' } })
  expect(seen).toEqual([])
  await remote.connect(input(url, 'claimcheck_key', certificate.cert))
  expect(seen).toEqual(['Bearer claimcheck_key'])
  expect(remote.status(place(url))).toMatchObject({ state: 'running', organisation: 'Acme' })
})
