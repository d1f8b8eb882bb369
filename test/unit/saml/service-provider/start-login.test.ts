import { describe, expect, test } from 'vitest'
import { decodePost } from '#main/saml/binding/post-binding.ts'
import { decodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { verifyQuery } from '#main/saml/binding/redirect-signature.ts'
import { NAME_ID_EMAIL, SAML, SAMLP } from '#main/saml/namespaces.ts'
import { loadSchemaValidator } from '#main/saml/schema/load-schema-validator.ts'
import { startLogin } from '#main/saml/service-provider/start-login.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { attributeOf, childElements, textOf } from '#main/xml/tree/query.ts'
import { LoginStart } from '#shared/http-api/login-test.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'
import { verifyAllIn } from '#test/support/xml/verify-in.ts'

const login = {
  id: '_0123456789abcdef0123456789abcdef',
  issueInstant: new Date('2026-11-22T08:00:00Z'),
  issuer: 'urn:claimcheck:acme:"1" & <2>',
  destination: 'https://idp.example.com/sso?a=1&b=2',
  acsUrl: 'https://app.customer.example/saml/acs?connection=conn_1&x=y',
  relayState: 'return to /board',
}

test('the request says who asks, where, and where the answer goes', () => {
  const { request } = startLogin({ ...login, binding: 'redirect', nameIdFormat: NAME_ID_EMAIL, forceAuthn: true })
  const { root } = parseXml(request.xml, messageLimits)
  expect([root.namespace, root.local]).toEqual([SAMLP, 'AuthnRequest'])
  expect(Object.fromEntries(root.attributes.map(({ name, value }) => [name, value]))).toEqual({
    ID: login.id,
    Version: '2.0',
    IssueInstant: '2026-11-22T08:00:00.000Z',
    Destination: login.destination,
    ForceAuthn: 'true',
    ProtocolBinding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
    AssertionConsumerServiceURL: login.acsUrl,
  })
  expect(childElements(root, SAML, 'Issuer').map(textOf)).toEqual([login.issuer])
  const [policy] = childElements(root, SAMLP, 'NameIDPolicy')
  expect([attributeOf(policy!, 'Format'), attributeOf(policy!, 'AllowCreate')]).toEqual([NAME_ID_EMAIL, 'true'])
})

test.each(['redirect', 'post'] as const)('fits the official schemas, signed by %s', async (binding) => {
  const { privateKey } = await makeSigningIdentity('ec-p256')
  const asked = {
    binding,
    nameIdFormat: NAME_ID_EMAIL,
    forceAuthn: true,
    signWith: { key: privateKey, hash: 'sha256' as const },
  }
  const { xml } = startLogin({ ...login, ...asked }).request
  expect((await loadSchemaValidator()).validate(xml, 'protocol')).toEqual([])
})

test('what was not asked is not written', () => {
  const { xml } = startLogin({ ...login, binding: 'redirect' }).request
  expect(xml).not.toMatch(/ForceAuthn|Format=/)
})

describe.each(['rsa-2048', 'ec-p256'] as const)('signed with %s', (kind) => {
  test('by Redirect the query is signed and the XML is not', async () => {
    const { privateKey, publicKey } = await makeSigningIdentity(kind)
    const { start, request } = startLogin({
      ...login,
      binding: 'redirect',
      signWith: { key: privateKey, hash: 'sha256' },
    })
    const { signature, relayState, xml } = decodeRedirect(new URL(LoginStart.parse(start).url).search)
    expect(verifyQuery(signature!.signedQuery, signature!.method, signature!.value, publicKey)).toBe(true)
    expect([relayState, new TextDecoder().decode(xml)]).toEqual([login.relayState, request.xml])
    expect([start.form, verifyAllIn(request.xml, publicKey)]).toEqual([null, []])
  })

  test('by POST the XML is signed, its Signature right after the Issuer', async () => {
    const { privateKey, publicKey, certificate } = await makeSigningIdentity(kind)
    const { start, request } = startLogin({
      ...login,
      binding: 'post',
      signWith: { key: privateKey, hash: 'sha256', certificate: certificate.x509.raw.toString('base64') },
    })
    expect(start.url).toBe(login.destination)
    expect(start.form).toEqual({ SAMLRequest: expect.any(String), RelayState: login.relayState })
    const sent = new TextDecoder().decode(decodePost(start.form!.SAMLRequest!))
    expect(sent).toBe(request.xml)
    expect(verifyAllIn(sent, publicKey).map(({ verified }) => verified?.local)).toEqual(['AuthnRequest'])
    const { root } = parseXml(sent, messageLimits)
    expect(root.children.map((child) => (child.kind === 'element' ? child.local : ''))).toEqual([
      'Issuer',
      'Signature',
      'NameIDPolicy',
    ])
  })
})

test('an absent RelayState is not an empty one', () => {
  const posted = startLogin({ ...login, relayState: null, binding: 'post' }).start
  expect(Object.keys(posted.form ?? {})).toEqual(['SAMLRequest'])
  expect(startLogin({ ...login, relayState: null, binding: 'redirect' }).start.url).not.toContain('RelayState')
})
