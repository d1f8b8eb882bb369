import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeIdentityProviderMetadata } from '#main/saml/metadata/write-identity-provider-metadata.ts'
import { BINDING_REDIRECT, MD } from '#main/saml/namespaces.ts'
import { soundOptions } from '#test/support/cli/message-files.ts'
import { openResponseCli, type ResponseCli } from '#test/support/cli/response-cli.ts'
import type { SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { IDP } from '#test/support/saml/response-message.ts'

let cli: ResponseCli['cli']
let files: ResponseCli['files']
let signer: ResponseCli['signer']
let stranger: ResponseCli['stranger']
let sound: ResponseCli['sound']
let trust: ResponseCli['trust']
let json: ResponseCli['json']
let close: ResponseCli['close']

beforeAll(async () => {
  ;({ cli, files, signer, stranger, sound, trust, json, close } = await openResponseCli())
})
afterAll(() => close())

const accepted = { code: 0, verdict: 'accepted' }
const without = (option: string) => soundOptions.toSpliced(soundOptions.indexOf(option), 2)

describe('trust', () => {
  const described = (entityId: string, identities: readonly SigningIdentity[], more = {}) =>
    writeIdentityProviderMetadata({
      entityId,
      singleSignOnServices: [{ binding: BINDING_REDIRECT, location: `${entityId}/sso` }],
      signingCertificates: identities.map(({ certificate }) => certificate.x509.raw.toString('base64')),
      wantAuthnRequestsSigned: false,
      ...more,
    })
  const words = () => [sound, ...without('--idp-entity-id')]

  test('several certificates, in several files and several to a file', async () => {
    const wrong = await files.write('stranger.pem', stranger.certificate.summary.pem)
    const both = await files.write('both.pem', stranger.certificate.summary.pem + signer.certificate.summary.pem)
    expect(await json([...words(), '--idp-cert', wrong])).toMatchObject({ code: 1, verdict: 'rejected' })
    expect(await json([...words(), '--idp-cert', wrong, ...trust])).toMatchObject(accepted)
    expect(await json([...words(), '--idp-cert', both])).toMatchObject(accepted)
  })

  test('metadata names the identity provider and its keys; files of one entity add up', async () => {
    const metadata = await files.write('idp.xml', described(IDP, [signer]))
    const rolled = await files.write('rolled.xml', described(IDP, [stranger]))
    const other = await files.write('other.xml', described('https://other.example', [signer]))
    expect(await json([...words(), '--idp-metadata', metadata])).toMatchObject(accepted)
    expect(await json([...words(), '--idp-metadata', rolled, '--idp-metadata', metadata])).toMatchObject(accepted)
    expect(await json([...words(), '--idp-metadata', rolled])).toMatchObject({ code: 1 })
    const said = await json([...words(), '--idp-metadata', other])
    expect(said.rootCauses).toContain('saml.assertion-issuer.mismatch')
  })

  test('its own faults are warnings on standard error', async () => {
    const expired = await files.write('expired.xml', described(IDP, [signer], { validUntil: new Date('2026-05-01') }))
    const said = await json([...words(), '--idp-metadata', expired])
    expect(said).toMatchObject(accepted)
    expect(said.notes).toMatch(/^Warning: .*expired\.xml: /)
  })

  test('of an aggregate one entity is named', async () => {
    const entities = [described('https://other.example', [stranger]), described(IDP, [signer])]
    const aggregate = await files.write(
      'aggregate.xml',
      `<md:EntitiesDescriptor xmlns:md="${MD}">${entities.join('')}</md:EntitiesDescriptor>`,
    )
    const unnamed = await cli.run(['response', ...words(), '--idp-metadata', aggregate])
    expect(unnamed).toMatchObject({ code: 2, out: '' })
    expect(unnamed.notes).toContain('2 identity providers')
    expect(await json([...words(), '--idp-metadata', aggregate, '--idp-entity-id', IDP])).toMatchObject(accepted)
    const absent = await cli.run(['response', ...words(), '--idp-metadata', aggregate, '--idp-entity-id', 'urn:x'])
    expect(absent).toMatchObject({ code: 2, out: '' })
  })

  test('that holds no usable signing key is an error', async () => {
    const keyless = await files.write('keyless.xml', described(IDP, []))
    const said = await cli.run(['response', ...words(), '--idp-metadata', keyless])
    expect(said).toMatchObject({ code: 2, out: '' })
    expect(said.notes).toContain('no signing key')
    expect(await json([...words(), '--idp-metadata', keyless, ...trust])).toMatchObject(accepted)
  })

  test('none at all leaves it undecided, and says so of each signature', async () => {
    const said = await json([sound, ...soundOptions])
    expect(said).toMatchObject({ code: 1, verdict: 'undecided', judgement: { identity: null } })
    expect(said.judgement.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
