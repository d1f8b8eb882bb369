import { beforeAll, describe, expect, test } from 'vitest'
import { judgeResponse } from '#main/checks/judge-response.ts'
import type { ResponseContext } from '#main/checks/response-context.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { gist, soundContext } from '#test/support/saml/judging.ts'
import {
  ACS,
  at,
  IDP,
  type MessageParts,
  NOW,
  REQUEST,
  responseXml,
  SP,
  sign,
  soundMessage,
} from '#test/support/saml/response-message.ts'

let idp: SigningIdentity
let staging: SigningIdentity
beforeAll(async () => {
  idp = await makeSigningIdentity()
  staging = await makeSigningIdentity('rsa-2048', { commonName: 'staging.idp.example.com' })
})

const judge = (change: Partial<MessageParts>, context: Partial<ResponseContext> = {}, signer = idp) =>
  judgeResponse(sign(responseXml(change), signer), soundContext([idp], context))
const root = ({ findings }: ReturnType<typeof judge>) => findings.find(({ rootCause }) => rootCause)

describe('one application is entered wrongly in every field', () => {
  /** Destination, Recipient and audience, each changed in the same way. */
  const everywhere = (change: (url: string) => string) => ({
    responseAttributes: soundMessage.responseAttributes.replace(ACS, change(ACS)),
    confirmation: soundMessage.confirmation.replace(ACS, change(ACS)),
    conditions: soundMessage.conditions.replace(SP, change(SP)),
  })
  test.each<[string, (url: string) => string, RegExp]>([
    ['by http instead of https', (url) => url.replace('https:', 'http:'), /only by http and https/],
    ['with a slash at the end', (url) => `${url}/`, /only by the slash at the end/],
    [
      'at the staging host',
      (url) => url.replace('app.', 'app-staging.'),
      /only by the host: one of them may be a test/,
    ],
    ['in capitals', (url) => url.replace('saml', 'SAML'), /only by capital letters/],
  ])('%s: one cause, in words', (_name, change, words) => {
    const judgement = judge(everywhere(change))
    expect(gist(judgement)).toMatchObject({
      verdict: 'rejected',
      rootCauses: ['saml.recipient.mismatch'],
      consequences: [
        'saml.destination.mismatch < saml.recipient.mismatch',
        'saml.audience.mismatch < saml.recipient.mismatch',
      ],
    })
    expect(root(judgement)?.detail).toMatch(words)
  })

  test('two fields, wrong in two ways, are two causes', () => {
    const change = {
      confirmation: soundMessage.confirmation.replace(ACS, `${ACS}/`),
      conditions: soundMessage.conditions.replace(SP, SP.replace('https:', 'http:')),
    }
    expect(gist(judge(change)).rootCauses).toEqual(['saml.recipient.mismatch', 'saml.audience.mismatch'])
  })

  test('the audience alone', () => {
    const judgement = judge({ conditions: soundMessage.conditions.replace(SP, `${SP}/`) })
    expect(gist(judgement).rootCauses).toEqual(['saml.audience.mismatch'])
    expect(root(judgement)?.detail).toMatch(/only by the slash/)
  })
})

describe('metadata of the staging identity provider is used in production', () => {
  const theirs = IDP.replace('idp.', 'staging.idp.')
  const issuers = {
    responseIssuer: `<saml:Issuer>${theirs}</saml:Issuer>`,
    assertionIssuer: `<saml:Issuer>${theirs}</saml:Issuer>`,
  }

  test('another issuer and another key are one cause', () => {
    const judgement = judge(issuers, {}, staging)
    expect(gist(judgement)).toMatchObject({
      rootCauses: ['saml.assertion-issuer.mismatch'],
      consequences: [
        'saml.signature-value.key-rolled < saml.assertion-issuer.mismatch',
        'saml.response-issuer.mismatch < saml.assertion-issuer.mismatch',
      ],
    })
    expect(root(judgement)?.detail).toMatch(/only by the host: one of them may be a test system/)
  })

  test('without a certificate in the message too', () => {
    const xml = sign(responseXml(issuers), staging).replace(/<ds:KeyInfo>.*<\/ds:KeyInfo>/, '')
    expect(gist(judgeResponse(xml, soundContext([idp])))).toMatchObject({
      rootCauses: ['saml.assertion-issuer.mismatch'],
      consequences: [
        'saml.signature-value.wrong-key < saml.assertion-issuer.mismatch',
        'saml.response-issuer.mismatch < saml.assertion-issuer.mismatch',
      ],
    })
  })
})

test("the identity provider rolled its key: the message's certificate, beside every one of ours", () => {
  const finding = root(judge({}, {}, staging))
  const described = ({ certificate: { x509, summary } }: SigningIdentity) =>
    new RegExp(
      `${x509.subject.slice(3)} · serial ${x509.serialNumber} · SHA-256 ${summary.sha256} · 2026-01-01 to 2027-01-01`,
    )
  expect(finding).toMatchObject({
    code: 'saml.signature-value.key-rolled',
    expected: expect.stringMatching(described(idp)),
    actual: expect.stringMatching(described(staging)),
  })
})

describe('a clock', () => {
  const shifted = (seconds: number): Partial<MessageParts> => {
    const move = (text: string) =>
      text.replace(/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, (time) =>
        at(Math.round((Date.parse(time) - NOW.getTime()) / 1000) + seconds),
      )
    return Object.fromEntries(Object.entries(soundMessage).map(([name, text]) => [name, move(text)]))
  }
  const asked = (secondsAgo: number) => ({
    solicitation: {
      kind: 'requested',
      requestId: REQUEST,
      sentAt: new Date(NOW.getTime() - secondsAgo * 1000),
    } as const,
  })
  const clock = ({ findings }: ReturnType<typeof judge>) => findings.find(({ code }) => code.startsWith('saml.clock'))

  test('that is ten minutes ahead explains every time from the future', () => {
    const judgement = judge(shifted(600))
    expect(gist(judgement)).toMatchObject({
      rootCauses: ['saml.clock.ahead'],
      consequences: [
        'saml.issue-instant.in-the-future < saml.clock.ahead',
        'saml.not-before.too-early < saml.clock.ahead',
        'saml.authn-statement.in-the-future < saml.clock.ahead',
      ],
    })
    expect(clock(judgement)?.actual).toBe('at least 10 min ahead of ours')
  })

  test('that is ten minutes behind explains that all is over, where it is known when we asked', () => {
    const judgement = judge(shifted(-600), asked(10))
    expect(gist(judgement)).toMatchObject({
      rootCauses: ['saml.clock.behind'],
      consequences: [
        'saml.confirmation-time.expired < saml.clock.behind',
        'saml.not-on-or-after.expired < saml.clock.behind',
      ],
    })
    expect(clock(judgement)?.actual).toBe('at least 10 min behind ours')
    expect(gist(judge(shifted(-600))).rootCauses).toEqual(['saml.not-on-or-after.expired'])
  })

  test('is not blamed for a message that was kept back', () => {
    expect(gist(judge(shifted(-600), asked(900))).rootCauses).toEqual(['saml.not-on-or-after.expired'])
  })

  test('is not blamed where one time alone does not fit', () => {
    const early = { conditionsAttributes: `NotBefore="${at(600)}" NotOnOrAfter="${at(900)}"` }
    expect(gist(judge(early)).rootCauses).toEqual(['saml.not-before.too-early'])
  })

  test('that is wrong and does no harm yet is warned of', () => {
    const judgement = judge(shifted(-100), asked(10))
    expect(gist(judgement)).toMatchObject({ verdict: 'accepted', warnings: ['saml.clock.differs'] })
    expect(clock(judgement)?.actual).toBe('at least 92 s behind ours')
  })

  test('is measured where all is well', () => {
    expect(clock(judge({}))).toMatchObject({ severity: 'passed', actual: 'at most 2 s behind ours' })
    expect(clock(judge({}, asked(10)))).toMatchObject({ actual: 'at most 2 s behind ours, at most 8 s ahead' })
  })
})
