import { beforeAll, expect, test } from 'vitest'
import { judgeResponse } from '#main/checks/judge-response.ts'
import { loadSchemaValidator } from '#main/saml/schema/load-schema-validator.ts'
import type { SchemaValidator } from '#main/saml/schema/schema-validator.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { gist, soundContext } from '#test/support/saml/judging.ts'
import {
  ACS,
  assertionXml,
  type MessageParts,
  responseXml,
  SP,
  sign,
  soundMessage,
} from '#test/support/saml/response-message.ts'
import { encryptedAssertion } from '#test/support/xml/encrypt.ts'

let idp: SigningIdentity
let sp: SigningIdentity
let schemaValidator: SchemaValidator
beforeAll(async () => {
  idp = await makeSigningIdentity()
  sp = await makeSigningIdentity()
  schemaValidator = await loadSchemaValidator()
})

const judge = (xml: string, mode: 'interop' | 'strict' = 'interop') =>
  judgeResponse(
    xml,
    soundContext([idp], {
      schemaValidator,
      policy: { ...defaultJudgingPolicy, mode },
      serviceProvider: { entityId: SP, acsUrl: ACS, decryptionKeys: [sp.privateKey] },
    }),
  )
const schemaFinding = (change: Partial<MessageParts>) =>
  judge(sign(responseXml(change), idp)).findings.find(({ code }) => code.startsWith('saml.schema'))

test('a sound message passes, signed or encrypted', () => {
  expect(schemaFinding({})).toMatchObject({ code: 'saml.schema', severity: 'passed' })
  const encrypted = responseXml({}, encryptedAssertion(sign(assertionXml(), idp), { to: sp.publicKey }))
  expect(judge(encrypted).findings.find(({ code }) => code === 'saml.schema')).toMatchObject({ severity: 'passed' })
})

test.each([
  ['a namespace name with a space', 'xmlns:p="x y"'],
  ['an xml:id that is none', 'xml:id="1 2"'],
  ['a name of 60,000 letters', `${'a'.repeat(60_000)}="x"`],
])('what only the schema engine cannot read is a fault, not a crash: %s', (_name, written) => {
  const attributes = soundMessage.attributes.replace('<saml:AttributeValue>', `<saml:AttributeValue ${written}>`)
  expect(schemaFinding({ attributes })).toMatchObject({ code: 'saml.schema.invalid', severity: 'warning' })
})

test('without the engine nothing is claimed', () => {
  const finding = judgeResponse(sign(responseXml(), idp), soundContext([idp])).findings.find(
    ({ code }) => code === 'saml.schema',
  )
  expect(finding).toMatchObject({ severity: 'not-verified' })
})

test('what leaves the schema outside of what is read: a warning in interop, an error in strict', () => {
  const xml = sign(responseXml({ status: `${soundMessage.status}\n<samlp:Stray/>` }), idp)
  expect(gist(judge(xml))).toMatchObject({ verdict: 'accepted', warnings: ['saml.schema.invalid'] })
  expect(gist(judge(xml, 'strict'))).toMatchObject({ verdict: 'rejected', rootCauses: ['saml.schema.invalid'] })
  const finding = judge(xml).findings.find(({ code }) => code === 'saml.schema.invalid')
  expect(finding?.actual).toContain("Element 'samlp:Stray': This element is not expected.")
  expect(finding?.location).toEqual({
    document: 'message',
    path: '/samlp:Response/samlp:Stray',
    line: 2,
    column: 1,
  })
})

test('what a check names already is its consequence', () => {
  const broken = sign(responseXml({ conditionsAttributes: 'NotOnOrAfter="soon"' }), idp)
  expect(gist(judge(broken, 'strict'))).toMatchObject({
    rootCauses: ['saml.not-on-or-after.unreadable'],
    consequences: ['saml.schema.invalid < saml.not-on-or-after.unreadable'],
  })
})

test('what was decrypted is checked too', () => {
  const stray = assertionXml({ attributes: `${soundMessage.attributes}<saml:Stray/>` })
  const xml = responseXml({}, encryptedAssertion(sign(stray, idp), { to: sp.publicKey }))
  expect(judge(xml).findings.find(({ code }) => code === 'saml.schema.invalid')?.location).toMatchObject({
    document: 'decrypted/1',
  })
})
