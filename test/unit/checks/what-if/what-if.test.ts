import { beforeAll, expect, test } from 'vitest'
import type { ResponseContext } from '#main/checks/response-context.ts'
import { whatIf } from '#main/checks/what-if/what-if.ts'
import { WhatIf } from '#shared/model/what-if.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { soundContext } from '#test/support/saml/judging.ts'
import {
  ACS,
  assertionXml,
  at,
  type MessageParts,
  responseXml,
  SP,
  sign,
  soundMessage,
} from '#test/support/saml/response-message.ts'
import { encryptedAssertion } from '#test/support/xml/encrypt.ts'

let idp: SigningIdentity
let other: SigningIdentity
beforeAll(async () => {
  idp = await makeSigningIdentity()
  other = await makeSigningIdentity('rsa-2048', { commonName: 'other.example.com' })
})

const trusted = ({ certificate: { summary, x509 } }: SigningIdentity) => ({ sha256: summary.sha256, x509 })
const passing = (xml: string, context: Partial<ResponseContext> = {}, others?: Parameters<typeof whatIf>[2]) =>
  whatIf(xml, soundContext([idp], context), others).map((found) => {
    WhatIf.parse(found)
    return [found.kind, found.to, found.allowed]
  })
const changed = (change: Partial<MessageParts>) => sign(responseXml(change), idp)

test('another audience', () => {
  const xml = changed({ conditions: soundMessage.conditions.replace(SP, 'urn:other') })
  expect(passing(xml)).toEqual([['audience', 'urn:other', true]])
})

test('another ACS URL, in both places', () => {
  const wrong = `${ACS}/`
  const xml = changed({
    responseAttributes: soundMessage.responseAttributes.replace(ACS, wrong),
    confirmation: soundMessage.confirmation.replace(ACS, wrong),
  })
  expect(passing(xml)).toEqual([['acs-url', wrong, true]])
})

test('a clock four minutes ahead: 300 seconds would do', () => {
  const early = {
    responseAttributes: soundMessage.responseAttributes.replace(at(-2), at(240)),
    conditionsAttributes: `NotBefore="${at(240)}" NotOnOrAfter="${at(600)}"`,
    authnStatement: soundMessage.authnStatement.replace(at(-10), at(230)),
  }
  expect(passing(changed(early))).toEqual([
    ['clock-skew', '300 s', true],
    ['time', at(241).replace('Z', '.000Z'), true],
  ])
})

test('a clock ten minutes ahead is further than the setting goes', () => {
  const early = { conditionsAttributes: `NotBefore="${at(600)}" NotOnOrAfter="${at(900)}"` }
  expect(passing(changed(early))).toEqual([['clock-skew', '600 s', false]])
})

test("a rolled key: the message's own certificate, unless it is known from elsewhere", () => {
  const xml = sign(responseXml(), other)
  expect(passing(xml).map(([kind]) => kind)).toEqual(['certificate-in-message'])
  expect(passing(xml, {}, { certificates: [trusted(other)], privateKeys: [] }).map(([kind]) => kind)).toEqual([
    'certificate',
  ])
})

test('a key that was retired', () => {
  const xml = responseXml({}, encryptedAssertion(sign(assertionXml(), idp), { to: other.publicKey }))
  const others = { certificates: [], privateKeys: [other.privateKey] }
  expect(passing(xml, {}, others).map(([kind]) => kind)).toEqual(['private-key'])
})

test('two faults: no single change passes', () => {
  const xml = changed({
    conditions: soundMessage.conditions.replace(SP, 'urn:other'),
    confirmation: soundMessage.confirmation.replace(ACS, 'https://other.example/acs'),
  })
  expect(passing(xml)).toEqual([])
})

test('what is no XML has no what-if, and it can be stopped', () => {
  expect(passing('hello')).toEqual([])
  const seen: number[] = []
  whatIf(changed({}), soundContext([idp]), undefined, (done) => seen.push(done) < 2)
  expect(seen).toHaveLength(2)
})

test('a message that repeats values is judged a few times, not thousands', () => {
  const audiences = Array.from({ length: 1_000 }, (_, index) => `<saml:Audience>urn:other:${index}</saml:Audience>`)
  const conditions = `<saml:AudienceRestriction>${audiences.join('')}</saml:AudienceRestriction>`
  const counts: number[] = []
  whatIf(changed({ conditions }), soundContext([idp]), undefined, (_done, all) => counts.push(all) < 1)
  expect(counts[0]).toBeLessThan(30)
})
