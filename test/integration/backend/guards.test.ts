import { type IncomingHttpHeaders, type RequestOptions, request } from 'node:http'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'
import { freePort } from '#test/support/net/free-port.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'

test('a name that is not ours is not answered, whatever it resolves to', async () => {
  const { url, organisation } = await openTestBackend()
  const { apiKey } = await organisation()
  const { port } = new URL(url)
  for (const path of ['/sign-in', '/api/v1/admin/sso/members', '/saml/metadata', '/nothing']) {
    for (const host of ['evil.test', `evil.test:${port}`, '127.0.0.1']) {
      const status = await statusOf(url, { path, headers: { host, authorization: `Bearer ${apiKey}` } })
      expect({ path, host, status }).toEqual({ path, host, status: 403 })
    }
    expect(await statusOf(url, { path, headers: { host: `localhost:${port}` } })).not.toBe(403)
  }
})

test('a page of another site reaches nothing but the callback', async () => {
  const { url, tenant } = await openSignInWorld()
  for (const origin of ['https://evil.test', 'null', `https://127.0.0.1:${new URL(url).port}`]) {
    expect((await tenant.call('GET', '/members', undefined, { origin })).status).toBe(403)
    expect((await tenant.call('PUT', '/enforcement', { enforced: true }, { origin })).status).toBe(403)
    const browser = new TestBrowser()
    for (const path of ['/sign-in', '/sign-in/password', '/sign-in/confirm', '/sign-out']) {
      expect((await browser.post(`${url}${path}`, {}, { headers: { origin } })).status).toBe(403)
    }
  }
  expect((await tenant.call('GET', '/members', undefined, { origin: url })).status).toBe(200)
})

test('forms that did not come from our page are refused', async () => {
  const { url } = await openSignInWorld()
  const browser = new TestBrowser()
  const form = { email: 'owner@acme.example', password: 'x', formToken: 'x'.repeat(64) }
  expect((await browser.post(`${url}/sign-in/password`, form)).status).toBe(403)
  await browser.post(`${url}/sign-in`, { email: 'owner@acme.example', with: 'password' })
  expect((await browser.post(`${url}/sign-in/password`, form)).status).toBe(403)
})

test('pages run no script but their own and are kept by no cache', async () => {
  const { url } = await openTestBackend()
  const page = await new TestBrowser().get(`${url}/sign-in`)
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe-inline')
  const nonce = /style-src 'nonce-(\w+)'/.exec(policy)?.[1]
  expect(page.text).toContain(`<style nonce="${nonce}">`)
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(page.headers.get('referrer-policy')).toBe('same-origin')
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  expect(page.headers.get('x-frame-options')).toBe('DENY')
})

test('whoever begins under another of our names is led to the public one', async () => {
  const { url } = await openTestBackend()
  const local = url.replace('127.0.0.1', 'localhost')
  const page = await new TestBrowser().get(`${local}/sign-in?x=1`)
  expect(page.location?.href).toBe(`${url}/sign-in?x=1`)
})

test('under a public https address cookies are for https alone, and the address is what is handed out', async () => {
  const { backend, organisation, port } = await openPublic()
  expect(backend.url).toBe('https://sso.acme.example')
  const body = 'email=ada%40acme.example'
  const headers = { host: 'sso.acme.example', 'content-type': 'application/x-www-form-urlencoded' }
  const page = await send(port, { method: 'POST', path: '/sign-in', headers }, body)
  expect(page.headers['set-cookie']?.join()).toMatch(
    /^__Host-claimcheck-browser=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  expect(page.headers['strict-transport-security']).toBe('max-age=31536000')
  const { apiKey } = await organisation()
  const authorized = {
    host: `127.0.0.1:${port}`,
    authorization: `Bearer ${apiKey}`,
    'content-type': 'application/json',
  }
  const made = await send(port, { method: 'POST', path: '/api/v1/admin/sso/drafts', headers: authorized }, '{}')
  expect(JSON.parse(made.text).draft.handOut.metadataUrl).toMatch(/^https:\/\/sso\.acme\.example\/saml\/metadata/)
})

async function openPublic() {
  const port = await freePort()
  return { ...(await openTestBackend({ publicUrl: 'https://sso.acme.example/', port })), port }
}

test('guesses are counted: keys, passwords, accounts', async () => {
  const { url } = await openTestBackend({ rateLimits: { unknownKeys: 5, passwords: 20, passwordsPerAccount: 3 } })
  const members = `${url}/api/v1/admin/sso/members`
  const statuses: number[] = []
  for (let guess = 0; guess < 7; guess += 1) {
    const answer = await fetch(members, { headers: { authorization: `Bearer guess-${guess}` } })
    statuses.push(answer.status)
    if (answer.status === 429) expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])

  const browser = new TestBrowser()
  const asked = await browser.post(`${url}/sign-in`, { email: 'owner@acme.example' })
  const formToken = /name="formToken" value="(\w+)"/.exec(asked.text)![1]!
  const tries: number[] = []
  for (let guess = 0; guess < 4; guess += 1) {
    const form = { email: 'owner@acme.example', password: `guess ${guess}`, formToken }
    tries.push((await browser.post(`${url}/sign-in/password`, form)).status)
  }
  expect(tries).toEqual([401, 401, 401, 429])
})

test('what is wrong with a request is said with the field and the remedy', async () => {
  const { organisation, url } = await openTestBackend()
  const { call, apiKey } = await organisation()
  const provider = { type: 'saml', issuer: 'x', domain: 'acme.example', config: {} }
  const { pem } = (await makeSigningIdentity()).certificate.summary
  const config = { idpEntityId: 'x', idpSsoUrl: 'https://idp.example/sso', idpCertificate: 'x' }
  const cases = [
    [{}, 'type is not one of the values it can have'],
    [provider, 'config.idpEntityId is missing'],
    [{ ...provider, surplus: 1 }, 'surplus is not known here'],
    [{ ...provider, config: { ...config, idpSsoUrl: 'idp' } }, 'config.idpSsoUrl is not a URL'],
    [{ ...provider, config: { ...config, idpSsoUrl: 'javascript:alert(1)' } }, 'config.idpSsoUrl is not an address'],
    [{ ...provider, config: { ...config, idpSsoUrl: 'http://idp.example' } }, 'config.idpSsoUrl is not an address'],
    [
      { ...provider, config: { ...config, idpSsoUrl: 'https://ok@evil.example' } },
      'config.idpSsoUrl is not an address',
    ],
    [{ ...provider, config }, 'config.idpCertificate is no X.509 certificate'],
    [
      {
        ...provider,
        config: { ...config, idpCertificate: '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----' },
      },
      'config.idpCertificate is a private key',
    ],
    [
      { ...provider, config: { ...config, idpCertificate: pem }, domains: ['other.example'] },
      'domains must begin with domain',
    ],
  ] as const
  for (const [body, message] of cases) {
    const answer = await call('POST', '/providers', body)
    expect(answer).toMatchObject({
      status: 400,
      body: { error: 'validation', message: expect.stringContaining(message) },
    })
  }
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  for (const body of ['{', '', '{"__proto__": {"enforced": true}}', '[]', '"x"']) {
    const answer = await fetch(`${url}/api/v1/admin/sso/enforcement`, { method: 'PUT', headers, body })
    const { error } = (await answer.json()) as { error: string }
    expect({ body, status: answer.status, error }).toEqual({ body, status: 400, error: 'validation' })
  }
  const large = await fetch(`${url}/api/v1/admin/sso/enforcement`, {
    method: 'PUT',
    headers,
    body: ' '.repeat(2_100_000),
  })
  expect(large.status).toBe(400)
  expect(await (await fetch(`${url}/api/v1/admin/sso/nothing`, { headers })).json()).toMatchObject({
    error: 'not_found',
  })
})

test('an answer that does not fit its declaration is a fault of ours, with a number and nothing else', async () => {
  const { organisation, options, log } = await openTestBackend()
  const { call } = await organisation()
  const { draft } = (await call('POST', '/drafts', {})).body
  const database = new Database(join(options.dataFolder, 'claimcheck.sqlite'))
  database.prepare('update connections set created_at = ?').run('yesterday')
  database.close()
  const answer = await call('GET', `/drafts/${draft.id}`)
  expect(answer).toMatchObject({
    status: 500,
    body: { error: 'internal', message: expect.stringMatching(/ req_\w{16}$/) },
  })
  expect(log).toMatchObject([{ event: 'request.failed', details: { route: '/api/v1/admin/sso/drafts/:id' } }])
})

const statusOf = async (url: string, options: RequestOptions) => (await send(Number(new URL(url).port), options)).status

/** Below fetch, which sets the Host header itself. */
function send(port: number, options: RequestOptions, body = '') {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, ...options }, async (answer) => {
      const text = Buffer.concat(await answer.toArray()).toString('utf8')
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text })
    })
    sent.on('error', reject).end(body)
  })
}
