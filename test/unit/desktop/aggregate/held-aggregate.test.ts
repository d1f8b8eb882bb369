import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { identityProviderFrom } from '#main/checks/intake/from-metadata.ts'
import { HeldAggregate } from '#main/desktop/aggregate/held-aggregate.ts'
import { signEnveloped } from '#main/xml/signature/sign-enveloped.ts'
import { signatureStanding } from '#shared/findings/signature-standing.ts'
import type { AggregateProgress } from '#shared/model/aggregate.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { base64Of, entityXml, idpXml, keyXml, namespacesXml } from '#test/support/saml/metadata/entity-xml.ts'
import { NOW } from '#test/support/saml/response-message.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const noWorker = new URL('file:///nowhere/entities.js')
let publisher: SigningIdentity
let text: string
beforeAll(async () => {
  publisher = await makeSigningIdentity()
  const entities = ['a', 'b', 'c'].map((name) =>
    entityXml(idpXml({ keys: keyXml(base64Of(publisher)) }), `entityID="https://${name}.example"`),
  )
  const attributes = 'ID="_all" Name="urn:example:federation" validUntil="2026-06-15T00:00:00Z"'
  text = signEnveloped(
    `<md:EntitiesDescriptor ${namespacesXml} ${attributes}>${entities.join('')}</md:EntitiesDescriptor>`,
    {
      key: publisher.privateKey,
      certificate: base64Of(publisher),
      hash: 'sha256',
      id: '_all',
    },
  )
})

async function written(content = text) {
  const path = join(await temporaryFolder(), 'federation.xml')
  await writeFile(path, content)
  return path
}
const open = (
  origin: Parameters<typeof HeldAggregate.open>[0],
  onProgress: (told: AggregateProgress) => void = () => undefined,
) => HeldAggregate.open(origin, NOW, noWorker, onProgress)
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (refused) => refused.problem.code,
  )

test.each(['bytes', 'file'])(
  '%s: listed with its validity and its signature, and read twice for that',
  async (kind) => {
    const steps = new Set<string>()
    const origin = kind === 'file' ? { path: await written() } : { bytes: Buffer.from(text) }
    const { judgement } = await open(origin, ({ step }) => steps.add(step))
    expect(judgement).toMatchObject({
      name: 'urn:example:federation',
      validUntil: '2026-06-15T00:00:00Z',
      verdict: 'valid',
    })
    expect(signatureStanding(judgement.findings)).toBe('embedded')
    expect([...steps]).toEqual(['entities', 'signature'])
  },
)

test('an entity that is taken out stands under the validity and the signature around it', async () => {
  const held = await open({ path: await written() })
  const offset = held.judgement.entities[1]?.offset ?? 0
  const load = async (now: Date) => {
    const { bytes, ...aggregate } = await held.take(offset)
    const source = { kind: 'file', name: 'federation.xml' } as const
    return identityProviderFrom(bytes as Uint8Array, { source, field: 'aggregate', now, mode: 'interop', aggregate })
  }
  const { entityId, judgement } = await load(NOW)
  expect(entityId).toBe('https://b.example')
  expect(judgement.entities[0]?.validUntil).toBe('2026-06-15T00:00:00Z')
  expect(signatureStanding(judgement.findings)).toBe('embedded')
  expect(signatureStanding(await held.verify(publisher.certificate.summary.pem, NOW))).toBe('trusted')
  expect(signatureStanding((await load(NOW)).judgement.findings)).toBe('trusted')
  const expired = await load(new Date('2026-07-01T00:00:00Z'))
  expect(expired.judgement.findings.map(({ code }) => code)).toContain('metadata.validity.expired')
  const stranger = await makeSigningIdentity('ec-p256')
  expect(signatureStanding(await held.verify(stranger.certificate.summary.pem, NOW))).toBe('refuted')
  expect((await load(NOW)).judgement.verdict).toBe('invalid')
})

describe('is refused', () => {
  test.each<[string, () => Promise<string>, string]>([
    ['a file that is not there', async () => join(await temporaryFolder(), 'none.xml'), 'aggregate.unreadable'],
    ['a folder', () => temporaryFolder(), 'aggregate.unreadable'],
  ])('%s', async (_name, path, code) => expect(await codeOf(open({ path: await path() }))).toBe(code))

  test.each([
    ['12 MB of nothing but spaces', ' '.repeat(12_000_000), 'metadata.too-large'],
    ['bytes that are no text', '\u0000\u0001'.repeat(1_000), 'metadata.not-xml'],
    ['a web page', '<!doctype html><html><body>Sign in</body></html>', 'metadata.html'],
    ['other XML', '<a/>', 'metadata.not-metadata'],
  ])('what holds no entity: %s', async (_name, content, code) =>
    expect(await codeOf(open({ path: await written(content) }))).toBe(code),
  )

  test('a file that was replaced since it was listed', async () => {
    const path = await written()
    const held = await open({ path })
    await rename(await written(`${text} `), path)
    expect(await codeOf(held.take(held.judgement.entities[0]?.offset ?? 0))).toBe('aggregate.changed')
    expect(await codeOf(held.verify(publisher.certificate.summary.pem, NOW))).toBe('aggregate.changed')
  })

  test('what is no certificate, and a private key aloud', async () => {
    const held = await open({ bytes: Buffer.from(text) })
    expect(await codeOf(held.verify('hello', NOW))).toBe('certificate.not-a-certificate')
    const pem = publisher.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    expect(await codeOf(held.verify(pem, NOW))).toBe('certificate.private-key')
  })

  test('an offset where no entity begins', async () => {
    const held = await open({ bytes: Buffer.from(text) })
    expect(await codeOf(held.take(1))).toBe('aggregate.gone')
  })
})
