import { beforeAll, expect, test } from 'vitest'
import { judgeResponse } from '#main/checks/judge-response.ts'
import type { ResponseContext } from '#main/checks/response-context.ts'
import type { SecondWitness, Testimony } from '#main/xml/witness/second-witness.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { gist, soundContext } from '#test/support/saml/judging.ts'
import { responseXml, sign } from '#test/support/saml/response-message.ts'

let idp: SigningIdentity
let other: SigningIdentity
beforeAll(async () => {
  idp = await makeSigningIdentity()
  other = await makeSigningIdentity()
})

const saying = (testimony: Testimony): SecondWitness => ({ testify: () => testimony })
const holds = saying({ kind: 'holds' })
const refuses = saying({ kind: 'does-not-hold', why: 'The digest differs.' })
const silent = saying({ kind: 'cannot-say', why: 'It does not know this algorithm.' })

const judge = (xml: string, secondWitness?: SecondWitness, change: Partial<ResponseContext> = {}) =>
  judgeResponse(xml, soundContext([idp], { secondWitness, ...change }))
const opinion = (xml: string, secondWitness?: SecondWitness, change: Partial<ResponseContext> = {}) =>
  judge(xml, secondWitness, change).findings.find(({ code }) => code.startsWith('saml.second-witness'))

test('agreement passes, either way', () => {
  expect(opinion(sign(responseXml(), idp), holds)).toMatchObject({ severity: 'passed', actual: 'The signature holds.' })
  const tampered = sign(responseXml(), idp).replaceAll('ada@', 'eve@')
  expect(opinion(tampered, refuses)).toMatchObject({ severity: 'passed', actual: 'The signature does not hold.' })
})

test('a true disagreement refuses what we would have accepted, and is the root cause', () => {
  const judgement = judge(sign(responseXml(), idp), refuses)
  expect(gist(judgement)).toMatchObject({ verdict: 'rejected', rootCauses: ['saml.second-witness.disagrees'] })
  expect(judgement.identity).toBeNull()
  expect(judgement.findings.find(({ rootCause }) => rootCause)).toMatchObject({
    expected: 'The signature holds.',
    actual: 'The signature does not hold. The digest differs.',
  })
})

test('what we refuse and it accepts is a disagreement too', () => {
  const tampered = sign(responseXml(), idp).replaceAll('ada@', 'eve@')
  expect(gist(judge(tampered, holds)).rootCauses).toContain('saml.second-witness.disagrees')
})

test('what it cannot say changes nothing', () => {
  const judgement = judge(sign(responseXml(), idp), silent)
  expect(judgement.verdict).toBe('accepted')
  expect(opinion(sign(responseXml(), idp), silent)).toMatchObject({
    severity: 'not-verified',
    detail: 'It does not know this algorithm.',
  })
})

test('it is not asked without need', () => {
  const never: SecondWitness = {
    testify: () => {
      throw new Error('was asked')
    },
  }
  const cases: [string, string][] = [
    ['nobody to ask', opinion(sign(responseXml(), idp))?.detail ?? ''],
    ['no signature', opinion(responseXml(), never)?.detail ?? ''],
    [
      'a misshapen one',
      opinion(sign(responseXml(), idp).replace('<ds:KeyInfo>', '<ds:Object/><ds:KeyInfo>'), never)?.detail ?? '',
    ],
    [
      'a misshapen message',
      opinion(sign(responseXml(), idp).replace('<samlp:Status>', '<x ID="_response1"/><samlp:Status>'), never)
        ?.detail ?? '',
    ],
    [
      'no key',
      judgeResponse(sign(responseXml(), idp), soundContext([], { secondWitness: never })).findings.find(
        ({ code }) => code === 'saml.second-witness',
      )?.detail ?? '',
    ],
  ]
  expect(Object.fromEntries(cases)).toEqual({
    'nobody to ask': 'No second implementation was asked.',
    'no signature': 'There is no signature.',
    'a misshapen one': 'A signature built like this is not judged at all.',
    'a misshapen message': 'A message built like this is not judged at all.',
    'no key': 'There is no key to ask about.',
  })
})

test('it is asked about the key that verified, or about each of ours', () => {
  const asked: string[] = []
  const listening: SecondWitness = {
    testify: (_signature, key) => {
      asked.push(key.export({ format: 'jwk' }).n?.slice(0, 8) ?? '')
      return { kind: 'does-not-hold', why: '' }
    },
  }
  const nameOf = ({ publicKey }: SigningIdentity) => publicKey.export({ format: 'jwk' }).n?.slice(0, 8)
  judgeResponse(sign(responseXml(), other), soundContext([idp, other], { secondWitness: listening }))
  expect(asked.splice(0)).toEqual([nameOf(other)])
  judgeResponse(sign(responseXml(), other), soundContext([idp, idp], { secondWitness: listening }))
  expect(asked).toEqual([nameOf(idp), nameOf(idp)])
})
