import { describe, expect, test } from 'vitest'
import { identityProviderFrom } from '#main/checks/intake/from-metadata.ts'
import { identityProviderByHand } from '#main/desktop/identity-provider/by-hand.ts'
import { writeIdentityProviderMetadata } from '#main/saml/metadata/write-identity-provider-metadata.ts'
import { writeServiceProviderMetadata } from '#main/saml/metadata/write-service-provider-metadata.ts'
import { BINDING_POST, BINDING_REDIRECT } from '#main/saml/namespaces.ts'
import { MAXIMUM_DOCUMENT_BYTES } from '#shared/ipc/identity-provider.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'

const now = new Date('2026-11-22T08:00:00Z')
const idp = await makeSigningIdentity('ec-p256')
const expired = await makeSigningIdentity('ec-p256', {
  notBefore: '2024-01-01T00:00:00Z',
  notAfter: '2025-01-01T00:00:00Z',
})
const der = idp.certificate.x509.raw.toString('base64')

const metadata = (changes: Partial<Parameters<typeof writeIdentityProviderMetadata>[0]> = {}) =>
  writeIdentityProviderMetadata({
    entityId: 'https://idp.example/entity',
    singleSignOnServices: [
      { binding: BINDING_POST, location: 'https://idp.example/post' },
      { binding: BINDING_REDIRECT, location: 'https://idp.example/redirect' },
    ],
    singleLogoutServices: [{ binding: BINDING_REDIRECT, location: 'https://idp.example/out' }],
    signingCertificates: [der],
    wantAuthnRequestsSigned: false,
    ...changes,
  })
const serviceProvider = writeServiceProviderMetadata({
  entityId: 'https://app.example',
  acsUrl: 'https://app.example/acs',
  signOutUrl: null,
  certificate: der,
  wantAssertionsSigned: true,
  authnRequestsSigned: true,
})
const together = (...entities: string[]) =>
  `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${entities.join('')}</md:EntitiesDescriptor>`

const load = (document: string | Uint8Array) =>
  identityProviderFrom(typeof document === 'string' ? Buffer.from(document) : document, {
    source: { kind: 'paste' },
    field: 'paste',
    now,
    mode: 'interop',
  })

describe('metadata', () => {
  test('of one identity provider is loaded, judged, and kept as it came', () => {
    const document = metadata()
    expect(load(document)).toMatchObject({
      source: { kind: 'paste' },
      entityId: 'https://idp.example/entity',
      singleSignOn: { binding: 'redirect', url: 'https://idp.example/redirect' },
      signOutUrl: 'https://idp.example/out',
      signingCertificates: [{ sha256: idp.certificate.summary.sha256 }],
      metadataXml: document,
      loadedAt: now.toISOString(),
      judgement: { verdict: 'valid' },
    })
  })

  test('with the POST binding alone is used by POST', () => {
    const services = [{ binding: BINDING_POST, location: 'https://idp.example/post' }]
    expect(load(metadata({ singleSignOnServices: services })).singleSignOn).toEqual({
      binding: 'post',
      url: 'https://idp.example/post',
    })
  })

  test('with faults that can be shown is loaded and shows them', () => {
    const loaded = load(metadata({ signingCertificates: [expired.certificate.x509.raw.toString('base64')] }))
    const codes = loaded.judgement.findings.filter(({ severity }) => severity !== 'passed').map(({ code }) => code)
    expect(codes).toContain('metadata.signing-key.expired')
  })

  test('of one identity provider beside its applications is that one', () => {
    expect(load(together(serviceProvider, metadata())).entityId).toBe('https://idp.example/entity')
  })

  test.each([
    ['nothing', '', 'metadata.empty'],
    ['white space', ' \n\t\uFEFF', 'metadata.empty'],
    ['a sign-in page', '<!doctype html><html><head><title>Sign in</title></head><body></body></html>', 'metadata.html'],
    ['a page without a doctype', '<HTML><BODY onload=go()><p>Sign in</BODY></HTML>', 'metadata.html'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'metadata.binary'],
    ['an archive', Buffer.from('504b0304140000000800', 'hex'), 'metadata.binary'],
    ['half of it', metadata().slice(0, 300), 'metadata.not-xml'],
    ['plain text', 'Please find the metadata attached.', 'metadata.not-xml'],
    ['JSON', '{"issuer":"https://idp.example"}', 'metadata.not-xml'],
    ['other XML', '<feed xmlns="http://www.w3.org/2005/Atom"/>', 'metadata.not-metadata'],
    ["an application's", serviceProvider, 'metadata.service-provider'],
    ['an aggregate', together(metadata(), metadata({ entityId: 'https://two.example' })), 'metadata.aggregate'],
    ['an empty aggregate', together(), 'metadata.not-metadata'],
    ['without a certificate', metadata({ signingCertificates: [] }), 'metadata.no-certificate'],
    ['without an address', metadata({ singleSignOnServices: [] }), 'metadata.no-sign-in-address'],
    [
      'with an address that is none',
      metadata({ singleSignOnServices: [{ binding: BINDING_REDIRECT, location: 'javascript:alert(1)' }] }),
      'metadata.no-sign-in-address',
    ],
    ['without an entity ID', metadata().replace(' entityID="https://idp.example/entity"', ''), 'metadata.no-entity-id'],
    ['a certificate', idp.certificate.summary.pem, 'metadata.certificate'],
    ['a certificate without armour', der, 'metadata.certificate'],
    ['a certificate as bytes', new Uint8Array(idp.certificate.x509.raw), 'metadata.certificate'],
    ['a private key', idp.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 'metadata.private-key'],
    ['50 MB', Buffer.alloc(50 * 1024 * 1024, '<'), 'metadata.too-large'],
    ['one byte too many', Buffer.alloc(MAXIMUM_DOCUMENT_BYTES + 1, ' '), 'metadata.too-large'],
    ['with a DOCTYPE', `<!DOCTYPE x [<!ENTITY a "b">]>${metadata()}`, 'metadata.not-xml'],
  ])('%s: refused by name and field', (_name, document, code) => {
    expect(() => load(document)).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({ code, field: 'paste', remedy: expect.stringMatching(/\w/) }),
      }),
    )
  })
})

describe('a private key inside metadata', () => {
  const pem = idp.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const bare = idp.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')

  test.each([
    ['in a comment', metadata().replace('</md:EntityDescriptor>', `<!-- ${pem} --></md:EntityDescriptor>`)],
    ['in place of a certificate', metadata({ signingCertificates: [bare, der] })],
    ['in place of a certificate, armoured', metadata({ signingCertificates: [pem, der] })],
  ])('%s is refused whole: nothing of it is kept or told', (_name, document) => {
    const refused = expect.objectContaining({
      problem: expect.objectContaining({ code: 'metadata.private-key-inside' }),
      cause: undefined,
    })
    expect(() => load(document)).toThrow(refused)
  })
})

describe('by hand', () => {
  const typed = {
    entityId: ' https://idp.example/entity ',
    ssoUrl: 'https://idp.example/sso',
    binding: 'post' as const,
    certificate: idp.certificate.summary.pem,
    signOutUrl: '',
  }
  const enter = (changes: Partial<typeof typed> = {}) =>
    identityProviderByHand({ ...typed, ...changes }, now, 'interop')

  test('the values are judged as the metadata they stand for', () => {
    expect(enter()).toMatchObject({
      source: { kind: 'manual' },
      entityId: 'https://idp.example/entity',
      singleSignOn: { binding: 'post', url: 'https://idp.example/sso' },
      signOutUrl: null,
      metadataXml: null,
      judgement: { verdict: 'valid', entities: [{ entityId: 'https://idp.example/entity' }] },
    })
  })

  test.each([
    ['bare Base64', der],
    ['line ends of Windows', idp.certificate.summary.pem.replaceAll('\n', '\r\n')],
    ['a byte order mark and spaces', `\uFEFF  ${idp.certificate.summary.pem}  `],
  ])('a certificate with %s is read', (_name, certificate) => {
    expect(enter({ certificate }).signingCertificates[0]?.sha256).toBe(idp.certificate.summary.sha256)
  })

  test.each([
    ['entityId', { entityId: '  ' }, 'connection.entity-id-empty'],
    ['ssoUrl', { ssoUrl: 'idp.example/sso' }, 'connection.url-refused'],
    ['ssoUrl', { ssoUrl: 'javascript:alert(1)' }, 'connection.url-refused'],
    ['ssoUrl', { ssoUrl: 'https://user:word@idp.example/' }, 'connection.url-refused'],
    ['signOutUrl', { signOutUrl: 'nonsense' }, 'connection.url-refused'],
    ['certificate', { certificate: ' ' }, 'certificate.empty'],
    ['certificate', { certificate: metadata() }, 'certificate.metadata'],
    ['certificate', { certificate: '<!doctype html><html></html>' }, 'certificate.web-page'],
    [
      'certificate',
      { certificate: idp.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() },
      'certificate.private-key',
    ],
    [
      'certificate',
      { certificate: idp.publicKey.export({ type: 'spki', format: 'pem' }).toString() },
      'certificate.public-key',
    ],
    [
      'certificate',
      { certificate: idp.certificate.summary.pem + expired.certificate.summary.pem },
      'certificate.several',
    ],
    ['certificate', { certificate: der.slice(0, 100) }, 'certificate.not-a-certificate'],
  ])('a wrong %s is refused by name', (field, changes, code) => {
    expect(() => enter(changes)).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code, field }) }))
  })

  test('a private key that was pasted is not in the error at all', () => {
    const pem = idp.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    try {
      enter({ certificate: pem })
      expect.unreachable()
    } catch (error) {
      const { message, stack, cause, problem } = error as Error & { problem: unknown }
      expect(`${message}${stack}${String(cause)}${JSON.stringify(problem)}`).not.toContain(pem.split('\n')[1])
    }
  })
})
