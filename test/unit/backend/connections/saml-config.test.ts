import { expect, test } from 'vitest'
import { completeSamlConfig, normaliseSamlConfig } from '#main/backend/connections/saml-config.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'

const { pem } = (await makeSigningIdentity('ec-p256')).certificate.summary
const bare = pem.replace(/-----[A-Z ]+-----|\s/g, '')

test.each([
  ['as it is', pem],
  ['with CRLF', pem.replace(/\n/g, '\r\n')],
  ['without armour', bare],
  ['with a byte order mark and spaces', `\uFEFF  ${pem}  `],
  ['in one line with spaces', bare.replace(/(.{20})/g, '$1 ')],
])('a certificate %s is kept in one form', (_, idpCertificate) => {
  expect(normaliseSamlConfig({ idpCertificate })).toEqual({ idpCertificate: pem })
})

test('what is refused names its field', () => {
  const refusal = (config: Parameters<typeof normaliseSamlConfig>[0]) => () => normaliseSamlConfig(config)
  expect(refusal({ idpCertificate: ' ' })).toThrow('config.idpCertificate is empty')
  expect(
    refusal({ idpCertificate: `${pem}${'-----BEGIN PRIVATE KEY-----\nMA==\n-----END PRIVATE KEY-----'}` }),
  ).toThrow('config.idpCertificate is a private key')
  expect(refusal({ idpCertificates: [pem, 'x'] })).toThrow('config.idpCertificates[1] is no X.509 certificate')
  expect(refusal({ spAcsUrl: 'http://app.example/acs' })).toThrow('config.spAcsUrl is not an address')
})

test('a configuration without a certificate is never complete', () => {
  const config = { idpEntityId: 'x', idpSsoUrl: 'https://idp.example/sso' }
  expect(() => completeSamlConfig(config)).toThrow('config.idpCertificate is missing')
  expect(completeSamlConfig({ ...config, idpCertificate: pem })).toEqual({ ...config, idpCertificate: pem })
})
