import { beforeAll, expect, test } from 'vitest'
import { judgeMetadata } from '#main/checks/judge-metadata.ts'
import { loadSchemaValidator } from '#main/saml/schema/load-schema-validator.ts'
import type { SchemaValidator } from '#main/saml/schema/schema-validator.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { providerMetadata } from '#test/support/saml/metadata/provider-metadata.ts'
import { NOW } from '#test/support/saml/response-message.ts'

let identity: SigningIdentity
let schemaValidator: SchemaValidator
beforeAll(async () => {
  identity = await makeSigningIdentity()
  schemaValidator = await loadSchemaValidator()
})

const unsigned = 'signature.missing'
const embedded = 'signature.embedded'
const noLogout = 'single-logout.missing'
const nobody = 'contacts.missing'
const noName = 'user-interface.missing'

/** What is noted of each, without `metadata.`; nothing of it is an error or a warning. */
const notes: Readonly<Record<string, readonly string[]>> = {
  Okta: [unsigned, noLogout, noName, nobody],
  'Microsoft Entra ID': [embedded, 'name-id.none', noName, nobody],
  'Google Workspace': [unsigned, noLogout, noName, nobody],
  OneLogin: [unsigned, noName, nobody],
  PingOne: [unsigned, noName, nobody],
  'AD FS': [embedded, 'requested-attributes.none', noName],
  JumpCloud: [unsigned, noLogout, noName, nobody],
  Rippling: [unsigned, noLogout, noName, nobody],
  Auth0: [unsigned, noName, nobody],
  Keycloak: [unsigned, 'requests-signed.wanted', noName, nobody],
  Shibboleth: [unsigned, 'name-id.none', nobody],
  SimpleSAMLphp: [unsigned, noName],
  Duo: [unsigned, noName, nobody],
  PingFederate: [embedded, noLogout, noName, nobody],
  CyberArk: [unsigned, noName, nobody],
}

test.each(Object.entries(providerMetadata))('%s is valid, even in strict, with its notes', (name, write) => {
  const { verdict, findings } = judgeMetadata(write(identity), {
    now: NOW,
    mode: 'strict',
    role: 'idp',
    schemaValidator,
  })
  const told = findings.filter(({ severity }) => severity !== 'passed' && severity !== 'not-verified')
  expect(told.map(({ code }) => code.replace('metadata.', ''))).toEqual(notes[name])
  expect(told.every(({ severity }) => severity === 'info')).toBe(true)
  expect(verdict).toBe('valid')
})
