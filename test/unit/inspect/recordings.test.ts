import { beforeAll, describe, expect, test } from 'vitest'
import { inspect } from '#main/inspect/inspect.ts'
import { nothingKnown } from '#main/inspect/inspection-context.ts'
import { encodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { writeAuthnRequest } from '#main/saml/service-provider/write-authn-request.ts'
import { Inspection } from '#shared/model/inspection.ts'
import { har, noise, postPage, type Step } from '#test/support/inspect/recording.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { ACS, NOW, responseXml, SP, sign } from '#test/support/saml/response-message.ts'

const SSO = 'https://idp.example.com/sso'
let idp: SigningIdentity
let response: string
beforeAll(async () => {
  idp = await makeSigningIdentity()
  response = Buffer.from(sign(responseXml(), idp)).toString('base64')
})

const look = async (input: string) => Inspection.parse(await inspect(Buffer.from(input), nothingKnown(NOW)))
const toIdp = () =>
  encodeRedirect({
    ...{ destination: SSO, kind: 'SAMLRequest' as const, relayState: 'back' },
    xml: writeAuthnRequest({ id: '_r1', issueInstant: NOW, issuer: SP, destination: SSO, acsUrl: ACS }),
    signWith: { key: idp.privateKey, hash: 'sha256' },
  })
const signIn = (): Step[] => [
  { url: toIdp() },
  {
    url: `${SSO}/login`,
    method: 'POST',
    form: { username: 'ada', password: 'open sesame' },
    answer: { type: 'text/html', text: postPage('SAMLResponse', response) },
  },
  {
    url: ACS,
    method: 'POST',
    form: { SAMLResponse: response, RelayState: 'back' },
    status: 302,
    headers: [{ name: 'Cookie', value: 's=topsecret' }],
  },
]

describe('a browser recording', () => {
  test('shows the exchanges of the sign-in and each message once', async () => {
    const [before, after] = [noise(40_000), noise(40_000)]
    const seen = await look(har([...before, ...signIn(), ...after]))
    expect(seen).toMatchObject({ kind: 'har', text: null, verdict: 'recognised' })
    expect(seen.parts.map(({ kind, place }) => [kind, place])).toEqual([
      ['saml-request', `request ${before.length + 1}, SAMLRequest`],
      ['saml-response', `request ${before.length + 2}, SAMLResponse`],
    ])
    expect(seen.exchanges.map(({ method, address, status, parts }) => [method, address, status, parts])).toEqual([
      ['GET', SSO, 200, [0]],
      ['POST', `${SSO}/login`, 200, [1]],
      ['POST', ACS, 302, [1]],
    ])
    expect(seen.parts[0]?.judgement).toMatchObject({ by: 'request', signatures: [{ covers: 'query' }] })
  })

  test('says that it holds secrets, and shows none', async () => {
    const seen = await look(har(signIn()))
    expect(seen.findings.map(({ code }) => code)).toContain('inspect.recording.secrets')
    expect(JSON.stringify(seen)).not.toMatch(/open sesame|topsecret/)
  })

  test('finds messages in multipart bodies, key sets, tokens and errors', async () => {
    const multipart = `--x\r\nContent-Disposition: form-data; name="SAMLResponse"\r\n\r\n${response}\r\n--x--\r\n`
    const keys = JSON.stringify({ keys: [{ ...idp.publicKey.export({ format: 'jwk' }), kid: 'k' }] })
    const seen = await look(
      har([
        { url: ACS, method: 'POST', multipart },
        { url: 'https://op.example/keys', answer: { type: 'application/json', text: keys } },
        { url: 'https://app.example/cb?error=access_denied&error_description=no' },
      ]),
    )
    expect(seen.parts.map(({ kind }) => kind)).toEqual(['saml-response', 'jwks'])
    expect(seen).toMatchObject({ verdict: 'faulty' })
    expect(seen.findings).toContainEqual(
      expect.objectContaining({ code: 'inspect.callback.error', actual: 'access_denied: no' }),
    )
    expect(seen.exchanges[2]).toMatchObject({
      parts: [],
      parameters: [{ name: 'error' }, { name: 'error_description' }],
    })
  })

  test('a faulty message makes it faulty; one without a sign-in says so', async () => {
    expect(
      (await look(har([{ url: ACS, method: 'POST', form: { SAMLResponse: response.slice(0, 400) } }]))).verdict,
    ).toBe('faulty')
    const seen = await look(har(noise(20_000)))
    expect(seen.findings.map(({ code }) => code)).toEqual(['inspect.recording.no-sign-in'])
  })

  test('entries that cannot be read are left out, and of thousands of messages the first are shown', async () => {
    const odd = JSON.stringify({
      log: { entries: [null, 1, {}, { request: {} }, { request: { url: 'x' }, response: 'y' }] },
    })
    expect(await look(odd)).toMatchObject({ kind: 'har', exchanges: [], parts: [] })
    const many = Array.from({ length: 210 }, (_, id) => ({
      url: ACS,
      method: 'POST',
      form: { SAMLResponse: Buffer.from(responseXml().replace('_response1', `_r${id}`)).toString('base64') },
    }))
    const seen = await look(har(many))
    expect(seen.parts).toHaveLength(200)
    expect(seen.findings.map(({ code }) => code)).toContain('inspect.recording.more')
  })
})

describe('an export of SAML-tracer', () => {
  const trace = (post: readonly (readonly [string, string])[], more: object = {}) =>
    JSON.stringify({
      requests: [
        {
          method: 'GET',
          url: toIdp(),
          requestHeaders: [],
          responseHeaders: [],
          responseStatus: 200,
          responseStatusText: '',
          get: [],
          post: [],
        },
        {
          method: 'POST',
          url: ACS,
          requestHeaders: [{ name: 'Cookie', value: 's=topsecret' }],
          responseStatus: 302,
          post,
          ...more,
        },
      ],
      timestamp: '2026-06-01T12:00:00.000Z',
    })

  test('shows its messages', async () => {
    const seen = await look(
      trace([
        ['SAMLResponse', response],
        ['RelayState', 'back'],
      ]),
    )
    expect(seen).toMatchObject({ kind: 'saml-tracer', verdict: 'recognised' })
    expect(seen.parts.map(({ kind }) => kind)).toEqual(['saml-request', 'saml-response'])
    expect(seen.exchanges.map(({ status }) => status)).toEqual([200, 302])
  })

  test('where values were masked, the decoded message stands in', async () => {
    const saml = Buffer.from(response, 'base64').toString()
    const seen = await look(trace([['SAMLResponse', '***']], { saml, protocol: 'SAML-P' }))
    expect(seen.parts.map(({ kind }) => kind)).toEqual(['saml-request', 'saml-response'])
  })
})
