import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { encodePost } from '#main/saml/binding/post-binding.ts'
import { encodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { writeAuthnRequest } from '#main/saml/service-provider/write-authn-request.ts'
import type { VisitedPage } from '#test/support/net/cookie-browser.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'
import {
  ACS_URL,
  beginLogin,
  ENTITY_ID,
  NOW,
  REQUEST_ID,
  type RunningPracticeIdp,
  runPracticeIdp,
  serviceProviderMetadata,
} from '#test/support/practice-idp/running-practice-idp.ts'

/** A page that says what is wrong, sends no one anywhere, and was told to the owner. */
function expectRefusal(running: RunningPracticeIdp, page: VisitedPage, reason: string, ...words: string[]) {
  expect([page.status, running.events.at(-1)]).toEqual([400, { kind: 'request-refused', reason }])
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.text).toMatch(/<h1>[^<]+\.<\/h1>\n<p class="lead">[^<]+<\/p>/)
  expect(page.text).not.toMatch(/name="SAMLResponse"|name="password"|at .*\.ts:/)
  for (const word of words) expect(page.text).toContain(word)
}

const requestXml = (idpUrl: string) =>
  writeAuthnRequest({
    id: REQUEST_ID,
    issueInstant: NOW,
    issuer: ENTITY_ID,
    destination: `${idpUrl}/sso`,
    acsUrl: ACS_URL,
  })

describe('an application that is not known, or asks for what it has not registered', () => {
  test('unknown entity ID, shown and escaped', async () => {
    const running = await runPracticeIdp()
    const page = await beginLogin(running, { issuer: 'urn:<b>else</b>' })
    expectRefusal(running, page, 'unknown-service-provider', 'urn:&lt;b&gt;else&lt;/b&gt;')
    expect(page.text).not.toContain('<b>')
  })

  test('the same where the login begins here', async () => {
    const running = await runPracticeIdp()
    const page = await running.browser.get(`${running.idp.url}/idp-initiated?sp=urn:else`)
    expectRefusal(running, page, 'unknown-service-provider', 'urn:else')
    expectRefusal(running, await running.browser.get(`${running.idp.url}/idp-initiated`), 'issuer-missing')
  })

  test.each(['redirect', 'post'] as const)('another ACS URL by %s: both are shown', async (binding) => {
    const running = await runPracticeIdp()
    const page = await beginLogin(running, { binding, acsUrl: `${ACS_URL}/` })
    expectRefusal(running, page, 'acs-unknown', 'connection=conn_1&amp;x=y/', 'connection=conn_1&amp;x=y<')
  })

  test.each([
    ['an ACS index nobody gave', 'AssertionConsumerServiceURL=', 'acs-unknown', 'index 7'],
    ['an answer by artifact', 'ProtocolBinding=', 'binding-unsupported', 'HTTP-Artifact'],
  ])('%s', async (_name, attribute, reason, word) => {
    const running = await runPracticeIdp()
    const xml = requestXml(running.idp.url)
      .replace(
        / AssertionConsumerServiceURL="[^"]*"/,
        attribute.startsWith('A') ? ' AssertionConsumerServiceIndex="7"' : '$&',
      )
      .replace('bindings:HTTP-POST', attribute.startsWith('P') ? 'bindings:HTTP-Artifact' : '$&')
    const page = await running.browser.post(`${running.idp.url}/sso`, { SAMLRequest: encodePost(xml) })
    expectRefusal(running, page, reason, word)
  })

  test('a request meant for another identity provider', async () => {
    const running = await runPracticeIdp()
    const xml = requestXml('https://idp.example.com')
    const page = await running.browser.post(`${running.idp.url}/sso`, { SAMLRequest: encodePost(xml) })
    expectRefusal(running, page, 'destination', 'https://idp.example.com/sso', `${running.idp.url}/sso`)
  })
})

describe('signatures of requests', () => {
  test.each(['redirect', 'post'] as const)('promised and missing, by %s', async (binding) => {
    const signer = await makeSigningIdentity('ec-p256')
    const running = await runPracticeIdp({}, serviceProviderMetadata({}, signer))
    expectRefusal(running, await beginLogin(running, { binding }), 'signature-missing')
  })

  test.each(['redirect', 'post'] as const)('by another key, by %s', async (binding) => {
    const [signer, other] = [await makeSigningIdentity('ec-p256'), await makeSigningIdentity('ec-p256')]
    const metadata = serviceProviderMetadata({ authnRequestsSigned: false }, signer)
    const running = await runPracticeIdp({}, metadata)
    const signWith = { key: other.privateKey, hash: 'sha256' } as const
    expectRefusal(running, await beginLogin(running, { binding, signWith }), 'signature-wrong')
  })

  test('over other octets than were sent', async () => {
    const signer = await makeSigningIdentity('ec-p256')
    const running = await runPracticeIdp({}, serviceProviderMetadata({}, signer))
    const destination = `${running.idp.url}/sso`
    const url = encodeRedirect({
      destination,
      kind: 'SAMLRequest',
      xml: requestXml(running.idp.url),
      relayState: 'a',
      signWith: { key: signer.privateKey, hash: 'sha256' },
    })
    expect((await running.browser.get(url)).status).toBe(200)
    expectRefusal(running, await running.browser.get(url.replace('RelayState=a', 'RelayState=b')), 'signature-wrong')
  })
})

describe('what is no request at all', () => {
  test.each([
    ['no message', '', 'message-missing'],
    ['a response', `SAMLResponse=${encodeURIComponent(deflateRawSync('<a/>').toString('base64'))}`, 'message-missing'],
    ['not Base64', 'SAMLRequest=%3Ca%3E', 'message-garbled'],
    ['not deflated', 'SAMLRequest=PGEvPg%3D%3D', 'message-garbled'],
    ['twice', 'SAMLRequest=a&SAMLRequest=b', 'message-garbled'],
  ])('by Redirect: %s', async (_name, query, reason) => {
    const running = await runPracticeIdp()
    expectRefusal(running, await running.browser.get(`${running.idp.url}/sso?${query}`), reason)
  })

  test.each([
    ['no message', undefined, 'message-missing'],
    ['an empty one', '', 'message-missing'],
    ['XML itself', '<samlp:AuthnRequest/>', 'message-garbled'],
    ['a sentence', encodePost('hello'), 'not-xml'],
    ['a DOCTYPE', encodePost('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), 'not-xml'],
    ['a web page', encodePost('<html/>'), 'not-an-authn-request'],
    ['an AuthnRequest of no namespace', encodePost('<AuthnRequest Version="2.0" ID="a"/>'), 'not-an-authn-request'],
    ['SAML 1.1', encodePost(requestXml('').replace('Version="2.0"', 'Version="1.1"')), 'not-an-authn-request'],
    ['no ID', encodePost(requestXml('').replace(/ ID="[^"]*"/, '')), 'id-missing'],
    ['no Issuer', encodePost(requestXml('').replace(/<saml:Issuer>.*<\/saml:Issuer>/, '')), 'issuer-missing'],
    ['too much', 'A'.repeat(1_500_000), 'message-too-large'],
  ])('by POST: %s', async (_name, SAMLRequest, reason) => {
    const running = await runPracticeIdp()
    const fields: Record<string, string> = SAMLRequest === undefined ? {} : { SAMLRequest }
    expectRefusal(running, await running.browser.post(`${running.idp.url}/sso`, fields), reason)
  })

  test('by POST: the field twice', async () => {
    const running = await runPracticeIdp()
    const SAMLRequest = encodePost(requestXml(running.idp.url))
    const twice: [string, string][] = [
      ['SAMLRequest', SAMLRequest],
      ['SAMLRequest', SAMLRequest],
    ]
    expectRefusal(running, await running.browser.post(`${running.idp.url}/sso`, twice), 'message-garbled')
  })

  test('a place in the XML is told', async () => {
    const running = await runPracticeIdp()
    const page = await running.browser.post(`${running.idp.url}/sso`, { SAMLRequest: encodePost('<a>\n</b>') })
    expectRefusal(running, page, 'not-xml', 'line 2')
  })
})

test('a sign-in that waited too long, and one that never was', async () => {
  const running = await runPracticeIdp()
  const page = await beginLogin(running)
  running.clock.now = new Date(running.clock.now.getTime() + 10 * 60_000)
  expectRefusal(running, await running.browser.get(page.url), 'login-expired')
  expectRefusal(running, await running.browser.post(page.url, { use: 'mira' }), 'login-expired')
  expectRefusal(running, await running.browser.get(`${running.idp.url}/login/${'0'.repeat(32)}`), 'login-expired')
})
