import { expect, test } from 'vitest'
import { readLogoutMessage } from '#main/saml/element/logout-message.ts'
import { writeLogoutRequest } from '#main/saml/logout/write-logout-request.ts'
import { writeLogoutResponse } from '#main/saml/logout/write-logout-response.ts'
import { NAME_ID_PERSISTENT, STATUS_PARTIAL_LOGOUT, STATUS_SUCCESS } from '#main/saml/namespaces.ts'
import { loadSchemaValidator } from '#main/saml/schema/load-schema-validator.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { UnverifiedElement } from '#main/xml/tree/element-view.ts'

const common = {
  id: '_0123456789abcdef0123456789abcdef',
  issueInstant: new Date('2026-11-22T08:00:00Z'),
  issuer: 'urn:claimcheck:acme:"1" & <2>',
  destination: 'https://idp.example.com/slo?a=1&b=2',
}
const read = (xml: string) => readLogoutMessage(new UnverifiedElement(parseXml(xml, messageLimits).root))

test('a request names the person and the session, and fits the official schema', async () => {
  const values = { nameId: { value: 'ada <1>', format: NAME_ID_PERSISTENT }, sessionIndex: '_s&1' }
  const xml = writeLogoutRequest({ ...common, ...values })
  expect((await loadSchemaValidator()).validate(xml, 'protocol')).toEqual([])
  const message = read(xml)
  expect(message).toMatchObject({ kind: 'LogoutRequest', id: common.id, destination: common.destination })
  expect(message.issuer?.value).toBe(common.issuer)
  expect(message.nameIds.map(({ value }) => value)).toEqual(['ada <1>'])
  expect(message.sessionIndexes).toEqual(['_s&1'])
  expect(xml).toContain(`Format="${NAME_ID_PERSISTENT}"`)
})

test('without a session index or a format none is written', () => {
  const xml = writeLogoutRequest({ ...common, nameId: { value: 'ada', format: null }, sessionIndex: null })
  expect(xml).not.toMatch(/SessionIndex|Format/)
})

test('a response names the request it answers, and fits the official schema', async () => {
  const xml = writeLogoutResponse({ ...common, inResponseTo: '_theirs' })
  expect((await loadSchemaValidator()).validate(xml, 'protocol')).toEqual([])
  expect(read(xml)).toMatchObject({ kind: 'LogoutResponse', inResponseTo: '_theirs' })
  expect(read(xml).status?.codes).toEqual(['urn:oasis:names:tc:SAML:2.0:status:Success'])
})

test('a name keeps its qualifiers, and an answer says that others did not end theirs', async () => {
  const { validate } = await loadSchemaValidator()
  const nameId = { value: 'ada', format: NAME_ID_PERSISTENT, nameQualifier: 'urn:idp', spNameQualifier: 'urn:sp' }
  const request = writeLogoutRequest({ ...common, nameId, sessionIndex: null })
  expect(request).toContain('NameQualifier="urn:idp" SPNameQualifier="urn:sp"')
  const response = writeLogoutResponse({ ...common, inResponseTo: '_theirs', inPart: true })
  expect([validate(request, 'protocol'), validate(response, 'protocol')]).toEqual([[], []])
  expect(read(response).status?.codes).toEqual([STATUS_SUCCESS, STATUS_PARTIAL_LOGOUT])
})
