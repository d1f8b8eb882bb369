import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { allFaults, applyFaults } from '#main/practice-idp/faults/fault-table.ts'
import type { ResponseValues } from '#main/saml/identity-provider/response-values.ts'

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const at = new Date('2026-11-22T08:00:00Z')
const response: ResponseValues = {
  id: '_r',
  issueInstant: at,
  status: { code: 'urn:ok' },
  assertion: {
    id: '_a',
    issueInstant: at,
    issuer: 'urn:idp',
    confirmation: { method: 'urn:bearer', notOnOrAfter: at, recipient: 'https://sp/' },
    conditions: { notBefore: at, notOnOrAfter: 'never', audiences: ['urn:sp'] },
    authnStatement: { instant: at, sessionNotOnOrAfter: at, context: 'urn:password' },
    attributes: [],
  },
  signing: { key: privateKey, hash: 'sha256', response: true, assertion: true },
}
const hourBefore = new Date('2026-11-22T07:00:00Z')

test('nothing switched on changes nothing', () => {
  expect(applyFaults(response, new Set())).toBe(response)
})

test('a fault changes its own values and no others', () => {
  expect(applyFaults(response, new Set(['wrong-audience']))).toEqual({
    ...response,
    assertion: {
      ...response.assertion,
      conditions: { ...response.assertion?.conditions, audiences: ['urn:example:another-application'] },
    },
  })
  expect(applyFaults(response, new Set(['unsigned-response']))).toEqual({ ...response, signing: undefined })
})

test('dating back moves every moment alike and leaves what is none', () => {
  const { issueInstant, assertion } = applyFaults(response, new Set(['expired-response']))
  expect(issueInstant).toEqual(hourBefore)
  expect(assertion).toMatchObject({
    issueInstant: hourBefore,
    confirmation: { notBefore: undefined, notOnOrAfter: hourBefore, recipient: 'https://sp/' },
    conditions: { notBefore: hourBefore, notOnOrAfter: 'never', audiences: ['urn:sp'] },
    authnStatement: { instant: hourBefore, sessionNotOnOrAfter: hourBefore },
  })
})

test('all of them at once, and on a response that carries no one', () => {
  const all = new Set(allFaults.map(({ id }) => id))
  expect(applyFaults(response, all).signing).toBeUndefined()
  const refusal = { ...response, assertion: undefined }
  expect(applyFaults(refusal, all)).toMatchObject({ issueInstant: hourBefore, assertion: undefined })
})

test('the response that came in is never changed', () => {
  const before = structuredClone({ ...response, signing: undefined })
  applyFaults(response, new Set(allFaults.map(({ id }) => id)))
  expect({ ...response, signing: undefined }).toEqual(before)
})
