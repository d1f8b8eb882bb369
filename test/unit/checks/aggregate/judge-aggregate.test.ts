import { beforeAll, describe, expect, test } from 'vitest'
import { listPieces } from '#main/checks/aggregate/judge-piece.ts'
import { type EntityHelper, judgeAggregate } from '#main/checks/judge-aggregate.ts'
import { judgeMetadata } from '#main/checks/judge-metadata.ts'
import type { ReadCertificate } from '#main/pki/certificate/read-certificate.ts'
import { loadSchemaValidator } from '#main/saml/schema/load-schema-validator.ts'
import type { SchemaValidator } from '#main/saml/schema/schema-validator.ts'
import { signEnveloped } from '#main/xml/signature/sign-enveloped.ts'
import { AggregateJudgement } from '#shared/model/aggregate.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { base64Of, idpXml, keyXml, namespacesXml, spXml } from '#test/support/saml/metadata/entity-xml.ts'
import { NOW } from '#test/support/saml/response-message.ts'

let identity: SigningIdentity
let schemaValidator: SchemaValidator
beforeAll(async () => {
  identity = await makeSigningIdentity()
  schemaValidator = await loadSchemaValidator()
})
const context = () => ({ now: NOW, mode: 'interop', schemaValidator }) as const

const name = (text: string) => `<mdui:UIInfo><mdui:DisplayName xml:lang="en">${text}</mdui:DisplayName></mdui:UIInfo>`
const entity = (number: number, inside?: string) =>
  `<md:EntityDescriptor entityID="https://${number}.example">${inside ?? (number % 2 === 0 ? idpXml : spXml)({ keys: keyXml(base64Of(identity)), extensions: name(`Number ${number}`) })}</md:EntityDescriptor>\n`
const aggregate = (inside: string, attributes = '') =>
  `<?xml version="1.0"?>\n<md:EntitiesDescriptor ${namespacesXml} ${attributes}>\n${inside}</md:EntitiesDescriptor>`
const many = (count: number) => Array.from({ length: count }, (_, number) => entity(number)).join('')

async function* chunksOf(text: string, size = 4_096) {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const judge = async (text: string, options: Parameters<typeof judgeAggregate>[2] = {}) =>
  AggregateJudgement.parse(await judgeAggregate(chunksOf(text), context(), options))

test('says of every entity what is said of it alone', async () => {
  const text = aggregate(many(60))
  const { verdict, entities, findings, counts } = await judge(text)
  const whole = judgeMetadata(text, context())
  expect(verdict).toBe('valid')
  expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
    ['xml.document', 'passed'],
    ['metadata.document', 'passed'],
    ['metadata.schema', 'passed'],
    ['metadata.signature', 'not-verified'],
    ['metadata.entity-once', 'passed'],
  ])
  expect(counts).toEqual([])
  expect(entities.map(({ entityId, roles, displayName }) => ({ entityId, roles, displayName }))).toEqual(
    whole.entities.map(({ entityId, roles, displayName }) => ({ entityId, roles, displayName })),
  )
  const bytes = Buffer.from(text)
  for (const { offset, length, line, number } of entities) {
    expect(bytes.subarray(offset, offset + length).toString()).toBe(entity(number).trimEnd())
    expect(line).toBe(number + 3)
  }
})

test('a broken entity is listed as such and stops nothing', async () => {
  const broken =
    '<md:EntityDescriptor entityID="https://broken.example"><md:IDPSSODescriptor x:y=""/></md:EntityDescriptor>\n'
  const foreign = '<x:EntityDescriptor xmlns:x="urn:x"/>\n'
  const { verdict, entities, counts } = await judge(
    aggregate(entity(0) + broken + entity(1, idpXml({})) + foreign + entity(2)),
  )
  expect(verdict).toBe('invalid')
  expect(entities.map(({ verdict: each, errors }) => [each, errors])).toEqual([
    ['valid', []],
    ['invalid', ['xml.not-well-formed']],
    ['invalid', ['metadata.signing-key.missing']],
    ['invalid', ['metadata.document.other-xml']],
    ['valid', []],
  ])
  expect(counts.map(({ code, entities: count }) => [code, count])).toContainEqual(['metadata.signing-key.missing', 1])
})

describe('the document around', () => {
  const codes = async (text: string) =>
    (await judge(text)).findings
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ code }) => code)
  test.each([
    ['not closed', () => aggregate(many(3)).replace('</md:EntitiesDescriptor>', ''), ['xml.not-well-formed']],
    ['an element too many', () => aggregate(`${many(2)}<md:Strange/>`), ['metadata.schema.invalid']],
    [
      'an entity that stands twice',
      () => aggregate(entity(1) + entity(2) + entity(1)),
      ['metadata.entity-once.repeated'],
    ],
    ['no entity', () => aggregate(''), ['metadata.document.no-entity']],
    ['a web page', () => '<!DOCTYPE html><html><body>Sign in</body></html>', ['metadata.document.web-page']],
    ['nothing', () => '', ['xml.empty']],
  ])('%s', async (_name, text, expected) => expect(await codes(text())).toEqual(expected))

  test('its end of validity binds every entity', async () => {
    const { entities } = await judge(aggregate(many(2), 'validUntil="2026-05-01T00:00:00Z"'))
    expect(entities.map(({ errors }) => errors)).toEqual([['metadata.validity.expired'], ['metadata.validity.expired']])
  })
})

test('a helper judges beside, and the list is in order all the same', async () => {
  let helped = 0
  const helper: EntityHelper = {
    judge: async (pieces, frame) => {
      helped += pieces.length
      await new Promise((resolve) => setImmediate(resolve))
      return listPieces(pieces, frame, context())
    },
  }
  const text = aggregate(many(200))
  const alone = await judge(text)
  expect(await judge(text, { helper })).toEqual(alone)
  expect(helped).toBeGreaterThan(50)
})

test('a helper that fails fails the judgement', async () => {
  const helper: EntityHelper = { judge: () => Promise.reject(new Error('gone')) }
  await expect(judge(aggregate(many(60)), { helper })).rejects.toThrow('gone')
})

test('progress is told, and a signal stops it', async () => {
  const told: number[] = []
  const controller = new AbortController()
  const text = aggregate(many(300))
  await judge(text, { onProgress: ({ bytes }) => told.push(bytes) })
  expect(told.at(-1)).toBe(Buffer.byteLength(text))
  expect([...told].sort((a, b) => a - b)).toEqual(told)
  const stopped = judge(text, { signal: controller.signal, onProgress: () => controller.abort(new Error('stopped')) })
  await expect(stopped).rejects.toThrow('stopped')
})

describe('the signature over the whole, as it streams by', () => {
  const signed = (text = aggregate(many(5), 'ID="_all"')) =>
    signEnveloped(text, { key: identity.privateKey, hash: 'sha256', id: '_all', certificate: base64Of(identity) })
  const told = async (text: string, trustedCertificates?: readonly ReadCertificate[], size = 100) => {
    const given = { ...context(), trustedCertificates }
    const { findings } = await judgeAggregate(chunksOf(text), given, { again: () => chunksOf(text, size) })
    return findings
      .filter(({ code }) => code.startsWith('metadata.signature'))
      .map(({ code, severity }) => `${severity} ${code}`)
  }
  test('wherever the bytes are cut, a trusted key verifies it', async () => {
    for (const size of [1, 7, 4_096])
      expect(await told(signed(), [identity.certificate], size)).toEqual(['passed metadata.signature'])
  })
  test('the key beside it proves nothing', async () =>
    expect(await told(signed())).toEqual(['info metadata.signature.embedded']))
  test('another key', async () => {
    const other = await makeSigningIdentity('ec-p256')
    expect(await told(signed(), [other.certificate])).toEqual(['error metadata.signature.other-key'])
  })
  test('the last entity was changed', async () =>
    expect(await told(signed().replace('https://4.example', 'https://5.example'), [identity.certificate])).toEqual([
      'error metadata.signature.changed',
    ]))
  test('its identifier stands twice', async () =>
    expect(
      await told(signed().replace('entityID="https://4.example"', '$& ID="_all"'), [identity.certificate]),
    ).toEqual(['error metadata.signature.malformed']))
  test('none', async () => expect(await told(aggregate(many(2)))).toEqual(['info metadata.signature.missing']))
})
