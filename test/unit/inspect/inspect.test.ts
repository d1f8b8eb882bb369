import { deflateRawSync, gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { inspect } from '#main/inspect/inspect.ts'
import { type InspectionContext, nothingKnown } from '#main/inspect/inspection-context.ts'
import { encodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { writeAuthnRequest } from '#main/saml/service-provider/write-authn-request.ts'
import { type InspectedKind, Inspection } from '#shared/model/inspection.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { ACS, assertionXml, at, IDP, NOW, responseXml, SP, sign } from '#test/support/saml/response-message.ts'
import { encryptedAssertion } from '#test/support/xml/encrypt.ts'

let idp: SigningIdentity
beforeAll(async () => {
  idp = await makeSigningIdentity()
})

const look = async (input: string | Uint8Array, change: Partial<InspectionContext> = {}) => {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input
  return Inspection.parse(await inspect(bytes, { ...nothingKnown(NOW), ...change }))
}
const base64 = (bytes: string | Uint8Array) => Buffer.from(bytes).toString('base64')
const segment = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = [
  segment({ alg: 'RS256', kid: 'k1' }),
  segment({
    ...{ iss: 'https://op.example', sub: 'ada', aud: 'app', email: 'ada@example.com' },
    iat: NOW.getTime() / 1000 - 5,
    exp: NOW.getTime() / 1000 + 300,
  }),
  'c2lnbmF0dXJl',
].join('.')
const request = writeAuthnRequest({
  id: '_r1',
  issueInstant: NOW,
  issuer: SP,
  destination: 'https://idp.example.com/sso',
  acsUrl: ACS,
})
const response = () => sign(responseXml(), idp)
const codes = ({ findings }: Inspection) =>
  findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
const fact = ({ facts }: Inspection, wanted: string) => facts.find(({ name }) => name === wanted)?.value

describe('a response is recognised', () => {
  const layers = async (input: string | Uint8Array) => {
    const seen = await look(input)
    expect(seen).toMatchObject({
      kind: 'saml-response',
      verdict: 'recognised',
      judgement: { by: 'response', verdict: 'undecided' },
    })
    expect(seen.text?.content).toBe(response())
    return seen.layers.map(({ kind, name }) => (name === undefined ? kind : `${kind} ${name}`))
  }
  const page = (value: string) =>
    `<!DOCTYPE html><html><body onload="document.forms[0].submit()"><form method="post" action="${ACS}"><input type="hidden" name="SAMLResponse" value="${value}"/><input name="RelayState" value="a&amp;b"></form></body></html>`

  test.each<[string, () => string | Uint8Array, readonly string[]]>([
    ['as XML', () => response(), []],
    ['in Base64', () => base64(response()), ['base64']],
    ['in Base64 with lines and quotes', () => `"${base64(response()).replace(/.{76}/g, '$&\r\n')}"`, ['base64']],
    ['URL-encoded', () => encodeURIComponent(base64(response())), ['url-encoding', 'base64']],
    [
      'URL-encoded twice',
      () => encodeURIComponent(encodeURIComponent(base64(response()))),
      ['url-encoding', 'url-encoding', 'base64'],
    ],
    ['in Base64 twice, deflated', () => base64(base64(deflateRawSync(response()))), ['base64', 'base64', 'deflate']],
    ['in gzip', () => gzipSync(response()), ['gzip']],
    [
      'in a form body',
      () => `RelayState=x&SAMLResponse=${encodeURIComponent(base64(response()))}`,
      ['form SAMLResponse', 'base64'],
    ],
    [
      'in an address',
      () => `https://app.example/acs?SAMLResponse=${encodeURIComponent(base64(deflateRawSync(response())))}`,
      ['address SAMLResponse', 'base64', 'deflate'],
    ],
    [
      'in an HTTP request',
      () =>
        `POST /acs HTTP/1.1\r\nHost: app.example\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nSAMLResponse=${encodeURIComponent(base64(response()))}&RelayState=x`,
      ['http-message SAMLResponse', 'base64'],
    ],
    [
      'in a multipart body',
      () =>
        `--xyz\r\nContent-Disposition: form-data; name="RelayState"\r\n\r\nx\r\n--xyz\r\nContent-Disposition: form-data; name="SAMLResponse"\r\n\r\n${base64(response())}\r\n--xyz--\r\n`,
      ['multipart SAMLResponse', 'base64'],
    ],
    ['in the page that posts it', () => page(base64(response())), ['html-form SAMLResponse', 'base64']],
    [
      'in the JSON of a log',
      () => JSON.stringify({ SAMLResponse: base64(response()), RelayState: 'x' }),
      ['form SAMLResponse', 'base64'],
    ],
    ['as a JSON string', () => JSON.stringify(base64(response())), ['json-text', 'base64']],
    ['in UTF-16', () => Buffer.from(`\uFEFF${base64(response())}`, 'utf16le'), ['utf-16', 'base64']],
  ])('%s', async (_name, input, expected) => expect(await layers(input())).toEqual(expected))

  test('what came beside it is shown, its own value not again', async () => {
    const seen = await look(page(base64(response())))
    expect(seen.parameters).toEqual([{ name: 'RelayState', value: 'a&b' }])
  })

  test('and says what it says, which nobody vouches for', async () => {
    const seen = await look(response())
    expect(['From', 'User', 'For', 'email'].map((name) => fact(seen, name))).toEqual([
      IDP,
      'ada@example.com',
      SP,
      'ada@example.com',
    ])
    expect(seen.certificates.map(({ sha256 }) => sha256)).toEqual([idp.certificate.summary.sha256])
    expect(seen.judgement).toMatchObject({ identity: null })
  })

  test('a broken or expired one is faulty', async () => {
    expect(await look(response().slice(0, -20))).toMatchObject({ kind: 'saml-response', verdict: 'faulty' })
    const late = await look(response(), { now: new Date(at(3600)) })
    expect(late.verdict).toBe('faulty')
    expect(codes(late)).toContain('saml.not-on-or-after.expired')
  })

  test('our key opens what is sealed, here', async () => {
    const ours = await makeSigningIdentity()
    const sealed = responseXml({}, encryptedAssertion(sign(assertionXml(), idp), { to: ours.publicKey }))
    const context = nothingKnown(NOW)
    expect((await look(sealed)).parts).toEqual([])
    const seen = await look(sealed, {
      serviceProvider: { ...context.serviceProvider, decryptionKeys: [ours.privateKey] },
    })
    expect(seen.parts).toMatchObject([{ place: 'decrypted/1', kind: 'saml-assertion' }])
    expect(seen.parts[0]?.text?.content).toContain('ada@example.com')
    expect(fact(seen, 'User')).toBe('ada@example.com')
  })
})

describe('other messages', () => {
  test.each<[string, () => string, InspectedKind]>([
    ['a sign-in request', () => request, 'saml-request'],
    ['a logout request', () => '<p:LogoutRequest xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol"/>', 'saml-logout'],
    [
      'metadata',
      () => '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="x"/>',
      'saml-metadata',
    ],
    ['an aggregate', () => '<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"/>', 'saml-metadata'],
    ['an assertion', () => assertionXml(), 'saml-assertion'],
    ['other XML', () => '<?xml version="1.0"?><!-- x --><Response xmlns="urn:x"/>', 'other-xml'],
  ])('%s', async (_name, input, kind) => {
    expect((await look(input())).kind).toBe(kind)
    expect((await look(base64(input()))).kind).toBe(kind)
  })

  describe('an assertion alone is judged as far as that goes', () => {
    const given = (entityId = IDP) => {
      const { serviceProvider } = nothingKnown(NOW)
      const certificates = [{ x509: idp.certificate.x509, sha256: idp.certificate.summary.sha256 }]
      return {
        identityProvider: { entityId, certificates },
        serviceProvider: { ...serviceProvider, entityId: SP, acsUrl: ACS },
      }
    }
    const signed = (change = {}) => sign(assertionXml(change), idp)

    test('its signature by the certificates that are known, and nobody is signed in', async () => {
      const seen = await look(signed(), given())
      expect(seen).toMatchObject({ kind: 'saml-assertion', verdict: 'recognised' })
      expect(seen.judgement).toMatchObject({
        by: 'assertion',
        verdict: 'undecided',
        identity: null,
        signatures: [{ covers: 'assertion', verified: true }],
      })
      const passed = seen.findings.filter(({ severity }) => severity === 'passed').map(({ code }) => code)
      expect(passed).toEqual(expect.arrayContaining(['saml.signature-value', 'saml.audience', 'saml.recipient']))
      expect(passed.some((code) => /saml\.(?:status|destination|in-response-to)/.test(code))).toBe(false)
    })

    test.each<[string, () => string, string]>([
      ['changed', () => signed().replace('ada@example.com', 'eve@example.com'), 'saml.signature-digest.changed'],
      ['for another', () => signed({ conditions: '' }), 'saml.audience.missing'],
      ['late', () => signed({ conditionsAttributes: `NotOnOrAfter="${at(-900)}"` }), 'saml.not-on-or-after.expired'],
      ['cut off', () => signed().slice(0, -9), 'xml.not-well-formed'],
    ])('%s', async (_name, xml, code) => {
      const seen = await look(xml(), given())
      expect(seen.verdict).toBe('faulty')
      expect(codes(seen)).toContain(code)
    })

    test('unsigned it is not refuted: its response may have been signed', async () => {
      const seen = await look(assertionXml(), given())
      expect(codes(seen)).toEqual([])
      expect(seen.judgement).toMatchObject({ by: 'assertion', verdict: 'undecided', signatures: [] })
    })

    test('sealed it opens with our key, and is judged inside', async () => {
      const ours = await makeSigningIdentity()
      const declared = '<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"'
      const sealed = encryptedAssertion(signed(), { to: ours.publicKey }).replace('<saml:EncryptedAssertion', declared)
      expect(codes(await look(sealed, given()))).not.toContain('saml.audience.missing')
      const context = given()
      const keys = { ...context.serviceProvider, decryptionKeys: [ours.privateKey] }
      const seen = await look(sealed, { ...context, serviceProvider: keys })
      expect(seen.judgement).toMatchObject({ signatures: [{ covers: 'assertion', verified: true }] })
      expect(seen.parts).toMatchObject([{ kind: 'saml-assertion' }])
    })
  })

  describe('WS-Federation', () => {
    const TRUST = 'http://schemas.xmlsoap.org/ws/2005/02/trust'
    const wrapped = (token: string, namespace = TRUST) =>
      `<t:RequestSecurityTokenResponse xmlns:t="${namespace}"><t:Lifetime><wsu:Created xmlns:wsu="urn:u">2026-06-01T11:59:58Z</wsu:Created></t:Lifetime><wsp:AppliesTo xmlns:wsp="urn:p"><a:Address xmlns:a="urn:a">https://app.example/wsfed</a:Address></wsp:AppliesTo><t:RequestedSecurityToken>${token}</t:RequestedSecurityToken></t:RequestSecurityTokenResponse>`

    test.each([TRUST, 'http://docs.oasis-open.org/ws-sx/ws-trust/200512'])(
      'a wresult of %s holds an assertion, which is judged where it stands',
      async (namespace) => {
        const form = new URLSearchParams({
          wa: 'wsignin1.0',
          wresult: wrapped(sign(assertionXml(), idp), namespace),
          wctx: 'rm=0',
        })
        const certificates = [{ x509: idp.certificate.x509, sha256: idp.certificate.summary.sha256 }]
        const seen = await look(form.toString(), { identityProvider: { entityId: IDP, certificates } })
        expect(seen).toMatchObject({ kind: 'ws-federation-response', layers: [{ kind: 'form', name: 'wresult' }] })
        expect(fact(seen, 'For')).toBe('https://app.example/wsfed')
        expect(seen.parts).toMatchObject([
          {
            kind: 'saml-assertion',
            place: 'assertion',
            judgement: { by: 'assertion', verdict: 'undecided', signatures: [{ verified: true }] },
          },
        ])
        expect(seen.parts[0]?.facts).toContainEqual({ name: 'User', value: 'ada@example.com' })
      },
    )

    test('what is wrong with the assertion makes the whole faulty', async () => {
      const seen = await look(wrapped(sign(assertionXml(), idp).replace('ada@', 'eve@')))
      expect(seen.verdict).toBe('faulty')
      expect(seen.parts[0]?.findings.map(({ code }) => code)).toContain('saml.signature-digest.changed')
    })

    test('one of SAML 1.1 is shown and not judged', async () => {
      const old =
        '<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:1.0:assertion" Issuer="urn:adfs" AssertionID="_1"><saml:Conditions NotOnOrAfter="2026-06-01T13:00:00Z"/></saml:Assertion>'
      const [part] = (await look(wrapped(old))).parts
      expect(part?.facts).toContainEqual({ name: 'From', value: 'urn:adfs' })
      expect(part?.findings.map(({ code }) => code)).toEqual(['inspect.assertion.saml-1'])
    })

    test('the address that asks for a sign-in', async () => {
      const seen = await look('https://fs.example/adfs/ls/?wa=wsignin1.0&wtrealm=urn%3Aapp&wctx=x')
      expect(seen.kind).toBe('ws-federation-request')
      expect(seen.parameters).toContainEqual({ name: 'wtrealm', value: 'urn:app' })
    })
  })

  test('a bare public key is told as what it is', async () => {
    const pem = idp.publicKey.export({ type: 'spki', format: 'pem' }).toString()
    const seen = await look(pem)
    expect(seen).toMatchObject({ kind: 'public-key', verdict: 'faulty' })
    expect(codes(seen)).toEqual(['certificate.readable.public-key'])
    expect(fact(seen, 'Public key')).toBe('RSA 2048')
  })

  test('the signature of an address is judged with it', async () => {
    const address = encodeRedirect({
      ...{ destination: 'https://idp.example.com/sso', kind: 'SAMLRequest' as const, xml: request, relayState: 'r' },
      signWith: { key: idp.privateKey, hash: 'sha256' },
    })
    const seen = await look(address)
    expect(seen).toMatchObject({
      kind: 'saml-request',
      judgement: { by: 'request', signatures: [{ covers: 'query' }] },
    })
    expect(seen.parameters.map(({ name }) => name)).toEqual(['RelayState', 'SigAlg'])
  })
})

describe('OpenID Connect', () => {
  test.each<[string, string, InspectedKind, string, string]>([
    ['a token', jwt, 'jwt', 'User', 'ada'],
    ['a token behind Bearer', `Authorization: Bearer ${jwt}`, 'jwt', 'From', 'https://op.example'],
    [
      'a discovery document',
      JSON.stringify({
        issuer: 'https://op.example',
        authorization_endpoint: 'https://op.example/a',
        jwks_uri: 'https://op.example/k',
      }),
      'oidc-discovery',
      'Issuer',
      'https://op.example',
    ],
    [
      'a client',
      JSON.stringify({ client_id: 'app', redirect_uris: ['https://app.example/cb'] }),
      'oidc-client',
      'Callbacks',
      'https://app.example/cb',
    ],
    [
      'a sign-in address',
      'https://op.example/a?client_id=app&response_type=code&scope=openid&state=s',
      'authorization-request',
      'Address',
      'https://op.example/a',
    ],
    [
      'a callback',
      'https://app.example/cb?code=secretcode&state=s',
      'authorization-response',
      'Address',
      'https://app.example/cb',
    ],
  ])('%s', async (_name, input, kind, name, value) => {
    const seen = await look(input)
    expect(seen.kind).toBe(kind)
    expect(fact(seen, name)).toBe(value)
    expect(JSON.stringify(seen)).not.toMatch(/secretcode|c2lnbmF0dXJl/)
  })

  test('a callback with an error', async () => {
    const seen = await look(
      'https://app.example/cb?error=access_denied&error_description=AADSTS50105%3A+not+assigned&state=s',
    )
    expect(seen).toMatchObject({ kind: 'authorization-response', verdict: 'faulty' })
    expect(seen.findings[0]).toMatchObject({
      code: 'inspect.callback.error',
      actual: 'access_denied: AADSTS50105: not assigned',
    })
  })

  test('a token in an address is warned of and looked into', async () => {
    const seen = await look(`https://app.example/cb#id_token=${jwt}&state=s`)
    expect(seen.parts).toMatchObject([{ place: 'id_token', kind: 'jwt' }])
    expect(seen.findings.map(({ code }) => code)).toContain('inspect.callback.token-in-address')
  })

  test('a token response shows what its tokens say, and no token', async () => {
    const seen = await look(
      JSON.stringify({ access_token: 'opaque-secret', id_token: jwt, token_type: 'Bearer', expires_in: 3600 }),
    )
    expect(seen).toMatchObject({ kind: 'token-response', parts: [{ place: 'id_token', kind: 'jwt' }] })
    expect(JSON.stringify(seen)).not.toMatch(/opaque-secret|c2lnbmF0dXJl/)
  })

  test('a sound token is judged as far as it goes, an expired one is faulty', async () => {
    expect(await look(jwt)).toMatchObject({ verdict: 'recognised', judgement: { by: 'token', verdict: 'undecided' } })
    expect(await look(jwt, { now: new Date('2026-07-01T00:00:00Z') })).toMatchObject({ verdict: 'faulty' })
  })

  test('an access token is not judged as if it were an ID Token', async () => {
    const token = `${segment({ alg: 'RS256', typ: 'at+jwt' })}.${segment({ iss: 'https://op.example', scope: 'a' })}.c2ln`
    expect(await look(token)).toMatchObject({ kind: 'jwt', verdict: 'recognised', judgement: null })
  })

  test('a key set is judged by the checks of one, public keys alone being right', async () => {
    const key = { ...idp.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }
    expect(await look(JSON.stringify({ keys: [key] }))).toMatchObject({ kind: 'jwks', verdict: 'recognised' })
    expect(await look('{"keys":[]}')).toMatchObject({ kind: 'jwks', verdict: 'faulty' })
  })
})

describe('certificates and keys', () => {
  const pem = () => idp.certificate.summary.pem
  const keyPem = () => String(idp.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  test.each<[string, () => string | Uint8Array, InspectedKind]>([
    ['PEM', pem, 'certificate'],
    ['DER', () => idp.certificate.x509.raw, 'certificate'],
    ['Base64 without armour', () => base64(idp.certificate.x509.raw), 'certificate'],
    ['PEM in Base64', () => base64(pem()), 'certificate'],
    ['a public key', () => String(idp.publicKey.export({ type: 'spki', format: 'pem' })), 'public-key'],
    ['a JWK', () => JSON.stringify(idp.publicKey.export({ format: 'jwk' })), 'jwk'],
    ['a key set', () => JSON.stringify({ keys: [{ ...idp.publicKey.export({ format: 'jwk' }), kid: 'k1' }] }), 'jwks'],
  ])('%s', async (_name, input, kind) => {
    const seen = await look(input())
    expect(seen.kind).toBe(kind)
    if (kind === 'certificate') expect(seen.certificates[0]?.sha256).toBe(idp.certificate.summary.sha256)
  })

  test.each<[string, () => string | Uint8Array]>([
    ['PEM', keyPem],
    ['PEM with a certificate', () => pem() + keyPem()],
    ['PKCS#1', () => String(idp.privateKey.export({ type: 'pkcs1', format: 'pem' }))],
    ['DER', () => idp.privateKey.export({ type: 'pkcs8', format: 'der' })],
    ['Base64 of DER', () => base64(idp.privateKey.export({ type: 'pkcs8', format: 'der' }))],
    ['Base64 of PEM', () => base64(keyPem())],
    ['JWK', () => JSON.stringify(idp.privateKey.export({ format: 'jwk' }))],
    ['a key set', () => JSON.stringify({ keys: [idp.privateKey.export({ format: 'jwk' })] })],
    [
      'a sealed key',
      () => String(idp.privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })),
    ],
  ])('a private key in %s is said and never returned', async (_name, input) => {
    const seen = await look(input())
    expect(seen.kind).toBe('private-key')
    expect(seen.verdict).toBe('faulty')
    expectNoKey(seen)
  })

  test('a private key inside something else is taken out of its text', async () => {
    const within = await look(`<html><pre>${keyPem()}</pre></html>`)
    expectNoKey(within)
    expect(within.findings.map(({ code }) => code)).toContain('inspect.private-key.within')
    expectNoKey(await look(`<a>${keyPem()}</a>`))
    expectNoKey(await look(JSON.stringify({ note: keyPem() })))
  })

  /** No stretch of the key's own Base64 is in it. */
  function expectNoKey(seen: Inspection) {
    const shown = JSON.stringify(seen)
    const der = base64(idp.privateKey.export({ type: 'pkcs8', format: 'der' }))
    const { d = '' } = idp.privateKey.export({ format: 'jwk' })
    for (let start = 400; start + 24 < der.length; start += 8) expect(shown).not.toContain(der.slice(start, start + 24))
    expect(shown).not.toContain(d.slice(0, 40))
  }
})

test.each<[string, string | Uint8Array, InspectedKind, string]>([
  ['nothing', '', 'empty', 'inspect.document.empty'],
  ['white space', ' \r\n\t', 'empty', 'inspect.document.empty'],
  ['words', 'hello there', 'text', 'inspect.document.text'],
  ['a word that could be Base64', 'helloworld12', 'text', 'inspect.document.text'],
  ['a number', '12345678', 'text', 'inspect.document.text'],
  [
    'a picture',
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    'binary',
    'inspect.document.binary',
  ],
  [
    'a web page',
    '<!doctype html><title>Sign in</title><form><input name=a value=b></form>',
    'web-page',
    'inspect.document.web-page',
  ],
  ['an address', 'https://app.example/start', 'address', 'inspect.document.address'],
  ['other JSON', '{"a":1}', 'json', 'inspect.document.json'],
  ['a list', '[1,2]', 'json', 'inspect.document.json'],
  ['a bomb', base64(deflateRawSync(Buffer.alloc(200_000_000, ' '))), 'too-large', 'inspect.document.too-large'],
  ['65 MB', Buffer.alloc(65 * 1024 * 1024, 'A'), 'too-large', 'inspect.document.too-large'],
  [
    'Base64 wrapped too often',
    Array.from({ length: 12 }).reduce<string>((inner) => base64(inner), request),
    'text',
    'inspect.document.text',
  ],
])('%s is not recognised, and says so', async (_name, input, kind, code) => {
  const seen = await look(input)
  expect(seen).toMatchObject({ kind, verdict: 'unrecognised', judgement: null })
  expect(codes(seen)).toEqual([code])
})
