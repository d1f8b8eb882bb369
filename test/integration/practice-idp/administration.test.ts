import { randomBytes } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { describe, expect, test } from 'vitest'
import { judgeMetadata } from '#main/checks/judge-metadata.ts'
import { startPracticeIdp } from '#main/practice-idp/practice-idp.ts'
import { PracticeIdpRefused } from '#main/practice-idp/practice-idp-refused.ts'
import { writeIdentityProviderMetadata } from '#main/saml/metadata/write-identity-provider-metadata.ts'
import { MD } from '#main/saml/namespaces.ts'
import { PracticeIdpStatus } from '#shared/model/practice-idp.ts'
import {
  ACS_URL,
  beginLogin,
  ENTITY_ID,
  NOW,
  runPracticeIdp,
  serviceProviderMetadata,
} from '#test/support/practice-idp/running-practice-idp.ts'

function uploading(content: string | Uint8Array<ArrayBuffer>) {
  const form = new FormData()
  form.append('metadata', new File([content], 'metadata.xml'))
  return form
}

describe('the metadata it serves', () => {
  test('is sound, and names what is there', async () => {
    const { idp, browser } = await runPracticeIdp()
    const page = await browser.get(idp.metadataUrl)
    expect(page.headers.get('content-type')).toBe('application/samlmetadata+xml; charset=utf-8')
    const { verdict, entities, findings } = judgeMetadata(page.text, { now: NOW, mode: 'strict', role: 'idp' })
    expect([verdict, findings.filter(({ severity }) => severity === 'error')]).toEqual(['valid', []])
    expect(entities).toMatchObject([
      {
        entityId: idp.entityId,
        roles: ['idp'],
        singleSignOnServices: [
          { binding: expect.stringContaining('HTTP-Redirect'), location: `${idp.url}/sso` },
          { binding: expect.stringContaining('HTTP-POST'), location: `${idp.url}/sso` },
        ],
        signingCertificates: [{ sha256: idp.signing.certificate.summary.sha256 }],
      },
    ])
  })
})

describe('registering an application', () => {
  test('by the page: it is listed, and can begin a login at once', async () => {
    const running = await runPracticeIdp({}, null)
    const { idp, browser } = running
    expect((await browser.get(idp.url)).text).toContain('None yet.')
    const page = await browser.post(`${idp.url}/service-providers`, uploading(serviceProviderMetadata()))
    expect(page.text).toContain(`Registered: ${ENTITY_ID}`)
    expect(page.text).toContain(`/idp-initiated?sp=${encodeURIComponent(ENTITY_ID)}`)
    expect(idp.status()).toMatchObject({ serviceProviders: [ENTITY_ID] })
    expect((await beginLogin(running)).status).toBe(200)
  })

  test('by script', async () => {
    const { idp } = await runPracticeIdp({}, null)
    const headers = { 'content-type': 'application/samlmetadata+xml' }
    const url = `${idp.url}/service-providers`
    const response = await fetch(url, { method: 'POST', headers, body: serviceProviderMetadata() })
    expect([response.status, await response.json()]).toEqual([201, { entityId: ENTITY_ID }])
  })

  test('again replaces what was known', async () => {
    const running = await runPracticeIdp()
    const acsUrl = 'https://app.customer.example/moved'
    expect((await beginLogin(running, { acsUrl })).status).toBe(400)
    expect(running.idp.registerServiceProvider(serviceProviderMetadata({ acsUrl }))).toEqual({ entityId: ENTITY_ID })
    expect((await beginLogin(running, { acsUrl })).status).toBe(200)
    expect(running.idp.status()).toMatchObject({ serviceProviders: [ENTITY_ID] })
  })

  const wrong: Record<string, readonly [reason: string, metadata: string | Uint8Array<ArrayBuffer>]> = {
    nothing: ['metadata-unreadable', ''],
    'a web page': ['metadata-unreadable', '<!doctype html><html><body>Sign in<br></body></html>'],
    'a picture': ['metadata-unreadable', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
    'other XML': ['metadata-without-service-provider', '<a/>'],
    'an identity provider’s': [
      'metadata-without-service-provider',
      writeIdentityProviderMetadata({
        entityId: 'https://idp.example.com',
        singleSignOnServices: [],
        signingCertificates: [],
        wantAuthnRequestsSigned: false,
      }),
    ],
    'several applications': [
      'metadata-several',
      `<EntitiesDescriptor xmlns="${MD}">${serviceProviderMetadata()}${serviceProviderMetadata({ entityId: 'b' })}</EntitiesDescriptor>`,
    ],
    'no entity ID': ['metadata-without-entity-id', serviceProviderMetadata({ entityId: ' ' })],
    'no ACS by POST': [
      'metadata-without-acs',
      serviceProviderMetadata().replace('bindings:HTTP-POST', 'bindings:PAOS'),
    ],
    'an ACS that is script': ['metadata-without-acs', serviceProviderMetadata({ acsUrl: 'javascript:alert(1)' })],
    'a broken certificate': [
      'metadata-certificate',
      serviceProviderMetadata().replace(
        '<md:NameIDFormat>',
        '<md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIIB</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>$&',
      ),
    ],
  }
  test.each(Object.entries(wrong))('%s is refused, by the door and on the page', async (_name, [reason, metadata]) => {
    const { idp, browser } = await runPracticeIdp({}, null)
    expect(() => idp.registerServiceProvider(metadata)).toThrow(expect.objectContaining({ reason }))
    const page = await browser.post(`${idp.url}/service-providers`, uploading(metadata))
    expect([page.status, page.text]).toEqual([400, expect.stringMatching(/<h1>[^<]+\.<\/h1>\n<p class="lead">[^<]+</)])
    expect(idp.status()).toMatchObject({ serviceProviders: [] })
  })

  test.each([
    ['no file', new URLSearchParams({ metadata: 'x' }), 400],
    ['a form that is none', 'garbage', 415],
    ['50 MB', new Uint8Array(50 * 1_048_576), 413],
  ])('%s', async (_name, body, status) => {
    const { idp } = await runPracticeIdp({}, null)
    const headers =
      body instanceof URLSearchParams ? {} : { 'content-type': body instanceof Uint8Array ? 'text/xml' : 'a/b' }
    const answered = await fetch(`${idp.url}/service-providers`, { method: 'POST', headers, body }).then(
      (response) => response.status,
      () => 413, // The server hangs up on what it will not read; the client may hear only that.
    )
    expect(answered).toBe(status)
    expect((await fetch(idp.url)).status).toBe(200)
  })
})

describe('pages', () => {
  test('run no script and load nothing but what the policy names, each with a nonce of its own', async () => {
    const running = await runPracticeIdp()
    const signIn = await beginLogin(running)
    const post = await running.browser.post(signIn.url, { use: 'mira' })
    const nonces = [signIn, post].map((page) => {
      const policy = page.headers.get('content-security-policy') ?? ''
      const nonce = /style-src 'nonce-([0-9a-f]{32})'/.exec(policy)?.[1] ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(page.text.match(/<(?:style|script)[^>]*>/g)?.every((tag) => tag.includes(`nonce="${nonce}"`))).toBe(true)
      expect(page.text).not.toMatch(/ (?:on[a-z]+|style)=|src=/)
      return nonce
    })
    expect(signIn.headers.get('content-security-policy')).toContain("form-action 'self'")
    expect([signIn.text.includes('<script'), post.text.includes('<script')]).toEqual([false, true])
    expect(new Set(nonces).size).toBe(2)
    expect(post.text).toContain('Continue to the application')
    expect(post.headers.get('cache-control')).toBe('no-store')
  })

  test('every field has its label', async () => {
    const running = await runPracticeIdp()
    for (const page of [await beginLogin(running), await running.browser.get(running.idp.url)]) {
      const fields = [...page.text.matchAll(/<input type="(?!hidden)[a-z]+" id="([^"]+)"/g)].map(([, id]) => id)
      expect(fields.length).toBeGreaterThan(1)
      for (const id of fields) expect(page.text).toContain(`<label for="${id}">`)
    }
  })

  test('what is not there', async () => {
    const { idp, browser } = await runPracticeIdp()
    const page = await browser.get(`${idp.url}/nothing?<script>`)
    expect([page.status, page.text]).toEqual([404, expect.stringContaining('There is no such page.')])
  })
})

describe('other sites', () => {
  test.each(['/faults', '/service-providers', '/sign-out'])('may not send a form to %s', async (path) => {
    const { idp } = await runPracticeIdp()
    const post = (origin: string) => fetch(idp.url + path, { method: 'POST', headers: { origin }, redirect: 'manual' })
    expect((await post('https://evil.example')).status).toBe(403)
    expect((await post('null')).status).toBe(403)
    expect((await post(idp.url)).status).not.toBe(403)
    expect((await post(idp.url.replace('127.0.0.1', 'localhost'))).status).not.toBe(403)
  })

  test('may not point a name of theirs here', async () => {
    const { idp } = await runPracticeIdp()
    const statusFor = (host: string) =>
      new Promise<number | undefined>((resolve) => {
        httpRequest(idp.url, { headers: { host } }, (response) => {
          response.resume()
          resolve(response.statusCode)
        }).end()
      })
    expect(await statusFor('evil.example')).toBe(421)
    expect(await statusFor(`evil.example:${new URL(idp.url).port}`)).toBe(421)
    expect(await statusFor(`localhost:${new URL(idp.url).port}`)).toBe(200)
  })
})

describe('starting and stopping', () => {
  const options = { clock: () => NOW, random: (bytes: number) => randomBytes(bytes) }

  test('a port already taken is named', async () => {
    const { idp } = await runPracticeIdp()
    const port = Number(new URL(idp.url).port)
    const refused = await startPracticeIdp({ ...options, port, signing: idp.signing }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(PracticeIdpRefused)
    expect(refused).toMatchObject({ reason: 'port-taken', detail: String(port) })
  })

  test('stopping frees the port though a browser still holds a connection', async () => {
    const { idp } = await runPracticeIdp()
    await (await fetch(idp.url)).text()
    await idp.stop()
    expect(idp.status()).toEqual({ state: 'stopped' })
    const port = Number(new URL(idp.url).port)
    const again = await startPracticeIdp({ ...options, port, signing: idp.signing })
    expect(PracticeIdpStatus.parse(again.status())).toMatchObject({ state: 'running', entityId: idp.entityId })
    await again.stop()
  })

  test('a certificate of its own, valid for a year unless told otherwise', async () => {
    const fresh = await startPracticeIdp(options)
    await fresh.stop()
    expect(fresh.signing.certificate.summary).toMatchObject({
      notBefore: '2026-11-21T08:00:00.000Z',
      notAfter: '2027-11-22T08:00:00.000Z',
    })
    const validity = { notBefore: new Date('2025-01-01T00:00:00Z'), notAfter: new Date('2026-01-01T00:00:00Z') }
    const expired = await startPracticeIdp({ ...options, validity })
    await expired.stop()
    expect(expired.signing.certificate.summary.notAfter).toBe('2026-01-01T00:00:00.000Z')
    expect(expired.signing.certificate.summary.sha256).not.toBe(fresh.signing.certificate.summary.sha256)
  })

  test('people of one’s own', async () => {
    const person = {
      username: 'ada',
      password: '"><script>',
      email: 'ada@example.com',
      givenName: '<b>Ada</b>',
      familyName: '',
      groups: [],
    }
    const running = await runPracticeIdp({ people: [person] })
    const page = await beginLogin(running)
    expect(page.text).toContain('&lt;b&gt;Ada&lt;/b&gt;')
    expect(page.text).toContain('&quot;&gt;&lt;script&gt;')
    expect(page.text).not.toMatch(/<script|<b>/)
    const posted = await running.browser.submit(page, { username: 'ada', password: '"><script>' })
    expect(posted.text).toContain(ACS_URL.replace('&', '&amp;'))
  })
})
