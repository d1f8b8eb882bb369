import { expect, test } from 'vitest'
import { judgeWholeAggregate } from '#main/cli/metadata/judge-whole-aggregate.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'
import { base64Of, entityXml, idpXml, keyXml, namespacesXml } from '#test/support/saml/metadata/entity-xml.ts'
import { NOW } from '#test/support/saml/response-message.ts'

const entityWorker = new URL('file:///nowhere/entities.js')

test('who watches sees how far it is, then nothing is left of it', async () => {
  const identity = await makeSigningIdentity()
  const entity = (number: number) =>
    entityXml(
      number === 1 ? idpXml({}) : idpXml({ keys: keyXml(base64Of(identity)) }),
      `entityID="https://${number}.example"`,
    )
  const bytes = Buffer.from(
    `<md:EntitiesDescriptor ${namespacesXml}>${[0, 1, 2].map(entity).join('\n')}</md:EntitiesDescriptor>`,
  )
  const chunks = async function* () {
    yield bytes.subarray(0, bytes.length / 2)
    yield bytes.subarray(bytes.length / 2)
  }
  const lines: string[] = []
  const { aggregate, described } = await judgeWholeAggregate(
    { size: bytes.length, chunks },
    { now: NOW, mode: 'interop' },
    ({ verdict }) => verdict === 'invalid',
    { entityWorker, progress: (line) => lines.push(line) },
  )
  expect(lines[0]).toMatch(/^\d+ % judged, 0 entities$/)
  expect(lines).toContain('100 % judged, 3 entities, 1 invalid')
  expect(lines.at(-2)).toBe('100 % its signature read, 3 entities, 1 invalid')
  expect(lines.at(-1)).toBe('')
  expect(aggregate.entities.map(({ verdict }) => verdict)).toEqual(['valid', 'invalid', 'valid'])
  expect(described.map(({ listing, entity: said }) => [listing.number, said?.entityId])).toEqual([
    [1, 'https://1.example'],
  ])
  expect(described[0]?.findings.map(({ code }) => code)).toContain('metadata.signing-key.missing')
  expect(described[0]?.findings.find(({ location }) => location)?.location?.line).toBeGreaterThan(1)
})
