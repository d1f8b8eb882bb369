import { beforeAll, describe, expect, test } from 'vitest'
import { inspect } from '#main/inspect/inspect.ts'
import { nothingKnown } from '#main/inspect/inspection-context.ts'
import { metadataLimits } from '#main/xml/parse/parse-limits.ts'
import { Inspection } from '#shared/model/inspection.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'
import { base64Of, entityXml, idpXml, keyXml, namespacesXml, spXml } from '#test/support/saml/metadata/entity-xml.ts'
import { NOW } from '#test/support/saml/response-message.ts'

let key: string
beforeAll(async () => {
  key = keyXml(base64Of(await makeSigningIdentity()))
})

const look = async (text: string) => Inspection.parse(await inspect(Buffer.from(text), nothingKnown(NOW)))
const errors = ({ findings }: Inspection) =>
  findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
/** No entity is itself too large, but all together are. */
const padding = `<!--${'x'.repeat(metadataLimits.size / 2)}-->`

/** Two identity providers, one of them without a key, and an application. */
const aggregate = (pad: string) =>
  `<md:EntitiesDescriptor ${namespacesXml} Name="urn:example:campus">${[
    entityXml(`${pad}${idpXml({ keys: key })}`, 'entityID="https://north.example.edu"'),
    entityXml(`${pad}${idpXml({ keys: '' })}`, 'entityID="https://south.example.edu"'),
    entityXml(`${pad}${spXml({})}`, 'entityID="https://app.example.edu"'),
  ].join('')}</md:EntitiesDescriptor>`

describe('metadata of many that is too large for one tree', () => {
  test('is judged entity by entity: counted, with what is wrong and who has it first', async () => {
    const seen = await look(aggregate(padding))
    expect(seen).toMatchObject({ kind: 'saml-metadata', verdict: 'faulty', judgement: null, text: null })
    expect(Object.fromEntries(seen.facts.map(({ name, value }) => [name, value]))).toEqual({
      Federation: 'urn:example:campus',
      Entities: '3',
      'Identity providers': '2',
      'Service providers': '1',
      'Invalid entities': '1',
    })
    expect(seen.findings.find(({ severity }) => severity === 'error')?.detail).toBe(
      'So in 1 of 3 entities. The first is https://south.example.edu.',
    )
    expect(seen.findings.map(({ code }) => code)).toContain('inspect.document.aggregate')
  })

  test('is found as faulty as the same metadata without what makes it large', async () => {
    const [small, large] = [await look(aggregate('')), await look(aggregate(padding))]
    expect(errors(small)).not.toEqual([])
    expect(errors(large)).toEqual(errors(small))
  })

  test('is no way around the limit for one entity', async () => {
    const one = entityXml(`${padding}${padding}${idpXml({ keys: key })}`, 'entityID="https://north.example.edu"')
    expect(errors(await look(one))).toEqual(['xml.too-large'])
    const around = `<md:EntitiesDescriptor ${namespacesXml}>${one}</md:EntitiesDescriptor>`
    expect(errors(await look(around))).toEqual(['xml.too-large'])
  })
})
