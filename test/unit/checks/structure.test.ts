import { beforeAll, describe, expect, test } from 'vitest'
import { judgeResponse } from '#main/checks/judge-response.ts'
import { responseChecks } from '#main/checks/response-checks.ts'
import type { ResponseContext } from '#main/checks/response-context.ts'
import { ResponseJudgement } from '#shared/model/judgement.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { gist, soundContext } from '#test/support/saml/judging.ts'
import { assertionXml, responseXml, sign, soundMessage } from '#test/support/saml/response-message.ts'

let idp: SigningIdentity
beforeAll(async () => {
  idp = await makeSigningIdentity()
})

const judge = (xml: string, change: Partial<ResponseContext> = {}) => judgeResponse(xml, soundContext([idp], change))

describe('structure', () => {
  const evil = assertionXml({
    assertionAttributes: soundMessage.assertionAttributes.replace('_assertion1', '_evil'),
    nameId: '<saml:NameID>eve</saml:NameID>',
  })
  const signed = () => sign(responseXml(), idp)
  test.each<[string, () => string, string]>([
    [
      'two assertions',
      () => signed().replace('<saml:Assertion', `${evil}<saml:Assertion`),
      'saml.structure.several-assertions',
    ],
    [
      'the signed one hidden',
      () => signed().replace(/(<saml:Assertion.*<\/saml:Assertion>)/, `<samlp:Extensions>$1</samlp:Extensions>${evil}`),
      'saml.structure.assertion-misplaced',
    ],
    ['no assertion', () => responseXml({}, ''), 'saml.structure.no-assertion'],
    [
      'a look-alike',
      () => signed().replace('</samlp:Response>', '<x:Assertion xmlns:x="urn:x"/></samlp:Response>'),
      'saml.structure.look-alike',
    ],
    [
      'a shared ID',
      () => signed().replace('</samlp:Status>', '</samlp:Status><x:x xmlns:x="urn:x" id="_assertion1"/>'),
      'saml.structure.identifier-shared',
    ],
    [
      'a signature elsewhere',
      () =>
        signed()
          .replace(/(<ds:Signature.*<\/ds:Signature>)/, '')
          .replace(
            '</samlp:Status>',
            `</samlp:Status><x:x xmlns:x="urn:x">${/<ds:Signature.*<\/ds:Signature>/.exec(signed())?.[0]}</x:x>`,
          ),
      'saml.signature.misplaced',
    ],
    [
      'an assertion in an Advice that belongs to nobody',
      () =>
        signed().replace(
          '<samlp:Status>',
          `<samlp:Extensions><saml:Advice>${evil}</saml:Advice></samlp:Extensions><samlp:Status>`,
        ),
      'saml.structure.assertion-misplaced',
    ],
    [
      'an ID written for an XPath',
      () =>
        sign(
          responseXml({ responseAttributes: soundMessage.responseAttributes.replace('_response1', `a' or '1'='1`) }),
          idp,
        ),
      'saml.structure.identifier-malformed',
    ],
  ])('%s', (_name, xml, code) => {
    const judgement = judge(xml())
    expect(gist(judgement)).toMatchObject({ verdict: 'rejected', rootCauses: [code] })
    expect(judgement.identity).toBeNull()
  })

  test('an element that is called like a property of every object is no look-alike', () => {
    const value = '<x:constructor xmlns:x="urn:x"/><x:__proto__ xmlns:x="urn:x"/>'
    const attributes = `${soundMessage.attributes}<saml:Attribute Name="x"><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute>`
    expect(judge(sign(responseXml({ attributes }), idp)).verdict).toBe('accepted')
  })

  test('a fault in a thousand places is told a few times, in no time', () => {
    const many = `${'\n'.repeat(400_000)}${'<Assertion/><ds:Signature/>'.repeat(2_000)}`
    const xml = responseXml().replace(
      '<samlp:Response',
      '<samlp:Response xmlns:ds="http://www.w3.org/2000/09/xmldsig#"',
    )
    const before = process.cpuUsage().user
    const { findings } = judge(xml.replace('</samlp:Response>', `${many}</samlp:Response>`))
    expect(process.cpuUsage().user - before).toBeLessThan(1_500_000)
    expect(findings.filter(({ code }) => code === 'saml.structure.look-alike')).toHaveLength(8)
  })
})

describe('what is no response', () => {
  test.each([
    ['nothing', '', 'xml.empty'],
    ['text', 'SAMLResponse', 'xml.not-well-formed'],
    ['a DOCTYPE', '<!DOCTYPE x><x/>', 'xml.doctype'],
    [
      'another message',
      '<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"/>',
      'saml.message.not-a-response',
    ],
    ['a bare assertion', assertionXml(), 'saml.message.not-a-response'],
  ])('%s', (_name, xml, code) => {
    const judgement = judge(xml)
    expect(gist(judgement)).toMatchObject({ verdict: 'rejected', rootCauses: [code] })
    const codes = new Set(judgement.findings.map((finding) => finding.code))
    expect(responseChecks.every((check) => codes.has(check.code))).toBe(true)
    expect(() => ResponseJudgement.parse(judgement)).not.toThrow()
  })
})
