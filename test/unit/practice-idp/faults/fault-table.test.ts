import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { faultsAmong } from '#main/practice-idp/faults/fault-table.ts'
import { SpareKeys } from '#main/practice-idp/signing/spare-keys.ts'
import type { ResponseValues } from '#main/saml/identity-provider/response-values.ts'
import { type FaultId, SamlFaultId } from '#shared/model/practice-idp.ts'

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const at = new Date('2026-11-22T08:00:00Z')
const scene = { now: at, random: randomBytes, spareKeys: new SpareKeys(() => at, randomBytes) }
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
const later = new Date('2026-11-22T08:04:00Z')

async function spoiled(ids: readonly FaultId[], from: ResponseValues = response): Promise<ResponseValues> {
  let values = from
  for (const fault of faultsAmong(new Set(ids))) values = (await fault.response?.(values, scene)) ?? values
  return values
}

test('nothing switched on changes nothing', async () => {
  expect(await spoiled([])).toBe(response)
})

test('a fault changes its own values and no others', async () => {
  expect(await spoiled(['wrong-audience'])).toEqual({
    ...response,
    assertion: {
      ...response.assertion,
      conditions: { ...response.assertion?.conditions, audiences: ['urn:example:another-application'] },
    },
  })
  expect(await spoiled(['unsigned-response'])).toEqual({ ...response, signing: undefined })
})

test('a wrong clock moves every moment alike and leaves what is none', async () => {
  const { issueInstant, assertion } = await spoiled(['clock-4-minutes-ahead'])
  expect(issueInstant).toEqual(later)
  expect(assertion).toMatchObject({
    issueInstant: later,
    confirmation: { notBefore: undefined, notOnOrAfter: later, recipient: 'https://sp/' },
    conditions: { notBefore: later, notOnOrAfter: 'never', audiences: ['urn:sp'] },
    authnStatement: { instant: later, sessionNotOnOrAfter: later },
  })
})

test('all of them at once, also on a response that carries no one, and the one that came in is never changed', async () => {
  const before = structuredClone({ ...response, signing: undefined })
  const all = SamlFaultId.options
  expect((await spoiled(all)).signing).toBeUndefined()
  expect(await spoiled(all, { ...response, assertion: undefined })).toMatchObject({ assertion: undefined })
  expect({ ...response, signing: undefined }).toEqual(before)
})

test('a message that is not as expected passes whoever would take it apart', () => {
  for (const { message } of faultsAmong(new Set(SamlFaultId.options)))
    for (const xml of ['', '<saml:Response/>', '<a>b</a>']) expect(message?.(xml) ?? xml).toBe(xml)
})
