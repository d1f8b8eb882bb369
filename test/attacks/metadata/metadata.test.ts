import { beforeAll, expect, test } from 'vitest'
import { judgeMetadata } from '#main/checks/judge-metadata.ts'
import type { FaultCode } from '#shared/findings/catalogue.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { withUnreadableKey, withUnreadableTime } from '#test/support/pki/spoiled-certificate.ts'
import { NOW } from '#test/support/saml/response-message.ts'

const MOST_MILLISECONDS = 1_000
let idp: SigningIdentity
beforeAll(async () => {
  idp = await makeSigningIdentity()
})

const BINDINGS = 'urn:oasis:names:tc:SAML:2.0:bindings'
const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol'
const key = (certificate: string, use = 'use="signing"') =>
  `<md:KeyDescriptor ${use}><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`
const ours = () => idp.certificate.x509.raw.toString('base64')
const sso = (location: string) => `<md:SingleSignOnService Binding="${BINDINGS}:HTTP-Redirect" Location="${location}"/>`
const role = (inside: string) =>
  `<md:IDPSSODescriptor protocolSupportEnumeration="${PROTOCOL}">${inside}</md:IDPSSODescriptor>`
const entity = (inside: string, attributes = 'entityID="https://idp.example.com/entity"') =>
  `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" ${attributes}>${inside}</md:EntityDescriptor>`
const sound = () => entity(role(key(ours()) + sso('https://idp.example.com/sso')))
const at = (location: string) => entity(role(key(ours()) + sso(location)))
const holding = (keys: string) => entity(role(keys + sso('https://idp.example.com/sso')))

function judge(xml: string | Uint8Array) {
  const before = process.cpuUsage()
  const { verdict, findings } = judgeMetadata(xml, { now: NOW, mode: 'strict', role: 'idp' })
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1_000).toBeLessThan(MOST_MILLISECONDS)
  return { verdict, rootCauses: findings.filter(({ rootCause }) => rootCause).map(({ code }) => code) }
}

test('but for what is broken the metadata is sound', () =>
  expect(judge(sound())).toEqual({ verdict: 'valid', rootCauses: [] }))

/** Rows MD and F1: nothing here may become the trust of a connection. */
test.each<[string, () => string | Uint8Array, FaultCode]>([
  ['a DOCTYPE', () => `<!DOCTYPE x>${sound()}`, 'xml.doctype'],
  ['an entity', () => `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${sound()}`, 'xml.doctype'],
  [
    'a billion laughs',
    () => `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(9)}"><!ENTITY b "${'&a;'.repeat(9)}">]>${sound()}`,
    'xml.doctype',
  ],
  ['UTF-16', () => Buffer.from(`\ufeff${sound()}`, 'utf16le'), 'xml.not-utf-8'],
  ['a script address', () => at('javascript:alert(1)'), 'metadata.single-sign-on.address'],
  ['a data address', () => at('data:text/html,x'), 'metadata.single-sign-on.address'],
  ['a file address', () => at('file:///etc/passwd'), 'metadata.single-sign-on.address'],
  ['no address', () => at(''), 'metadata.single-sign-on.address'],
  ['a relative address', () => at('//evil.example/sso'), 'metadata.single-sign-on.address'],
  ['plain http', () => at('http://idp.example.com/sso'), 'metadata.single-sign-on.not-https'],
  ['no key', () => holding(''), 'metadata.signing-key.missing'],
  ['a key for encryption alone', () => holding(key(ours(), 'use="encryption"')), 'metadata.signing-key.missing'],
  ['a key for something else', () => holding(key(ours(), 'use="Signing"')), 'metadata.signing-key.missing'],
  [
    'a key in a foreign namespace',
    () =>
      holding(
        key(ours())
          .replaceAll('md:KeyDescriptor', 'x:KeyDescriptor')
          .replace('<x:KeyDescriptor', '<x:KeyDescriptor xmlns:x="urn:x"'),
      ),
    'metadata.signing-key.missing',
  ],
  ['no certificate', () => holding(key('')), 'metadata.signing-key.unreadable'],
  ['a certificate that is none', () => holding(key('AAAA')), 'metadata.signing-key.unreadable'],
  [
    'a private key',
    () => holding(key(idp.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'))),
    'metadata.signing-key.private',
  ],
  [
    'a certificate without dates',
    () => holding(key(withUnreadableTime(idp).toString('base64'))),
    'metadata.signing-key.unreadable',
  ],
  [
    'validity that is over',
    () => sound().replace('entityID=', 'validUntil="2026-05-31T00:00:00Z" entityID='),
    'metadata.validity.expired',
  ],
  [
    'validity of “never”',
    () => sound().replace('entityID=', 'validUntil="never" entityID='),
    'metadata.validity.unreadable',
  ],
  [
    'no entity ID',
    () => entity(role(key(ours()) + sso('https://idp.example.com/sso')), ''),
    'metadata.entity-id.missing',
  ],
  [
    'metadata of a service provider',
    () =>
      entity(
        `<md:SPSSODescriptor protocolSupportEnumeration="${PROTOCOL}"><md:AssertionConsumerService index="0" Binding="${BINDINGS}:HTTP-POST" Location="https://a.example/acs"/></md:SPSSODescriptor>`,
      ),
    'metadata.role.service-provider-given',
  ],
  ['a web page', () => '<!DOCTYPE html><html><body>Sign in</body></html>', 'metadata.document.web-page'],
  ['other XML', () => '<x/>', 'metadata.document.other-xml'],
  ['ten megabytes and more', () => `${sound()}<!--${'x'.repeat(10_485_760)}-->`, 'xml.too-large'],
  [
    'sixty-one levels',
    () => entity(`<md:Extensions>${'<a>'.repeat(60)}${'</a>'.repeat(60)}</md:Extensions>`),
    'xml.too-deep',
  ],
])('%s', (_name, xml, code) => {
  const { verdict, rootCauses } = judge(xml())
  expect(verdict).toBe('invalid')
  expect(rootCauses).toEqual([code])
})

test('a certificate whose key nobody can read is judged, not stumbled over', () => {
  expect(() => judge(holding(key(withUnreadableKey(idp).toString('base64'))))).not.toThrow()
})

test('five hundred entities on many lines are judged in their time', () => {
  const many = Array.from({ length: 500 }, (_, index) =>
    entity(`${'\n'.repeat(400)}${role(sso('http://idp.example.com/sso'))}`, `entityID="https://${index}.example"`),
  )
  const aggregate = `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${many.join('')}</md:EntitiesDescriptor>`
  expect(judge(aggregate).verdict).toBe('invalid')
})
