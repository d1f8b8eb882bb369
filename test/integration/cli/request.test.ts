import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { writeIdentityProviderMetadata } from '#main/saml/metadata/write-identity-provider-metadata.ts'
import { writeServiceProviderMetadata } from '#main/saml/metadata/write-service-provider-metadata.ts'
import { BINDING_REDIRECT, MD } from '#main/saml/namespaces.ts'
import { writeAuthnRequest } from '#main/saml/service-provider/write-authn-request.ts'
import { RequestJudgement } from '#shared/model/message-judgement.ts'
import { type BuiltCli, buildCli, type RunOptions } from '#test/support/cli/built-cli.ts'
import { type MessageFiles, messageFiles } from '#test/support/cli/message-files.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { ACS, IDP, NOW, SP } from '#test/support/saml/response-message.ts'

const SSO = 'https://idp.example.com/sso'
const now = ['--at', '2026-06-01T12:00:00Z']
let cli: BuiltCli
let files: MessageFiles
let sp: SigningIdentity
let spMetadata: string
let idpMetadata: string
let spCert: string

beforeAll(async () => {
  ;[cli, files, sp] = await Promise.all([buildCli(), messageFiles(), makeSigningIdentity()])
  const certificate = sp.certificate.x509.raw.toString('base64')
  const application = writeServiceProviderMetadata({
    ...{ entityId: SP, acsUrl: ACS, signOutUrl: null, certificate, wantAssertionsSigned: true },
    authnRequestsSigned: true,
  })
  const provider = (entityId: string) =>
    writeIdentityProviderMetadata({
      ...{ entityId, signingCertificates: [certificate], wantAuthnRequestsSigned: true },
      singleSignOnServices: [{ binding: BINDING_REDIRECT, location: SSO }],
    })
  spMetadata = await files.write('sp.xml', application)
  idpMetadata = await files.write('idp.xml', provider(IDP))
  spCert = await files.write('sp.pem', sp.certificate.summary.pem)
  const two = `<md:EntitiesDescriptor xmlns:md="${MD}">${provider(IDP)}${provider('https://two.example')}</md:EntitiesDescriptor>`
  await files.write('two.xml', two)
})
afterAll(() => Promise.all([cli.remove(), files.remove()]))

const xml = (change: Partial<Parameters<typeof writeAuthnRequest>[0]> = {}) =>
  writeAuthnRequest({ id: '_request1', issueInstant: NOW, issuer: SP, destination: SSO, acsUrl: ACS, ...change })
const address = (message = xml()) =>
  encodeRedirect({
    ...{ destination: SSO, kind: 'SAMLRequest' as const, xml: message, relayState: null },
    signWith: { key: sp.privateKey, hash: 'sha256' },
  })

async function json(words: readonly string[], options?: RunOptions) {
  const { code, out, notes } = await cli.run(['request', ...words, ...now, '--format', 'json'], options)
  const { verdict, findings, request, signatures } = RequestJudgement.parse(JSON.parse(out))
  const rootCauses = findings.filter(({ rootCause }) => rootCause).map((finding) => finding.code)
  return { code, verdict, rootCauses, request, signatures, notes }
}
const accepted = { code: 0, verdict: 'accepted', rootCauses: [] }

test('a signed address fits both sides’ metadata', async () => {
  const said = await json(['-', '--sp-metadata', spMetadata, '--idp-metadata', idpMetadata], { input: address() })
  expect(said).toMatchObject({ ...accepted, signatures: [{ covers: 'query', verified: true }], notes: '' })
  expect(said.request).toMatchObject({ id: '_request1', issuer: SP, destination: SSO, acsUrl: ACS })
})

describe('each option is judged by', () => {
  test.each<[string, () => readonly string[], () => string, string]>([
    [
      '--sp-metadata: its ACS URLs',
      () => ['--sp-metadata', spMetadata],
      () => address(xml({ acsUrl: `${ACS}/` })),
      'saml.request.acs-url.mismatch',
    ],
    [
      '--sp-metadata: its entity ID',
      () => ['--sp-metadata', spMetadata],
      () => address(xml({ issuer: 'https://other.example' })),
      'saml.request.issuer.mismatch',
    ],
    ['--sp-metadata: it signs', () => ['--sp-metadata', spMetadata], () => xml(), 'saml.request.signature.missing'],
    [
      '--idp-metadata: its addresses',
      () => ['--sp-cert', spCert, '--idp-metadata', idpMetadata],
      () => address(xml({ destination: 'https://idp.example.com/other' })),
      'saml.request.destination.mismatch',
    ],
    [
      '--acs-url: that one only',
      () => ['--sp-metadata', spMetadata, '--acs-url', 'https://app.customer.example/other'],
      () => address(),
      'saml.request.acs-url.mismatch',
    ],
    [
      '--sp-cert',
      () => ['--sp-cert', spCert],
      () => address().replace(/Signature=[^&]*/, 'Signature=AAAA'),
      'saml.redirect-signature.wrong-key',
    ],
  ])('%s', async (_name, options, input, code) => {
    expect(await json(['-', ...options()], { input: input() })).toMatchObject({ code: 1, rootCauses: [code] })
  })

  test('--idp-entity-id: chooses from metadata of several', async () => {
    const two = `${files.folder}/two.xml`
    const words = ['-', '--sp-cert', spCert, '--idp-metadata', two]
    expect(await json([...words, '--idp-entity-id', IDP], { input: address() })).toMatchObject(accepted)
    expect(await cli.run(['request', ...words])).toMatchObject({ code: 2, out: '' })
  })
})

test('unsigned, with nothing given, it is accepted and nothing claims to be checked', async () => {
  expect(await json(['-'], { input: xml() })).toMatchObject({ ...accepted, signatures: [] })
})

test('bad input is judged, wrong usage is not', async () => {
  expect(await json(['-'], { input: 'hello' })).toMatchObject({
    code: 1,
    rootCauses: ['xml.not-well-formed'],
    request: null,
  })
  expect(await cli.run(['request', '-', '--sp-metadata', idpMetadata])).toMatchObject({ code: 2, out: '' })
  expect(await cli.run(['request', '-', '--sp-cert', '/nowhere'])).toMatchObject({ code: 2, out: '' })
})

test('people read where it goes and where the answer goes', async () => {
  const { out } = await cli.run(['request', '-', ...now, '--sp-cert', spCert], { input: address() })
  expect(out).toMatch(/ {2}To {8}https:\/\/idp\.example\.com\/sso\n {2}Answer to {1}https:\/\/app/)
})
