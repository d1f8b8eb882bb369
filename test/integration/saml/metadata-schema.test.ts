import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadSchemaValidator } from '#main/saml/schema/load-schema-validator.ts'
import type { SchemaValidator } from '#main/saml/schema/schema-validator.ts'
import { generatedMetadata } from '#test/support/saml/metadata/generated-metadata.ts'
import { writeTree } from '#test/support/saml/metadata/markup-tree.ts'
import { spoiled } from '#test/support/saml/metadata/metadata-fault.ts'
import { hasOfficialSchema, officialFaults } from '#test/support/saml/metadata/official-schema.ts'

let validator: SchemaValidator
beforeAll(async () => {
  validator = await loadSchemaValidator()
})
const ours = (xml: string) => validator.validate(xml, 'metadata')[0]?.message

const SEED = 20_261_128

describe.skipIf(!hasOfficialSchema)('witness: the official schemas of Debian', () => {
  test('generated metadata fits both schemas', () => {
    const documents = fc.sample(generatedMetadata, { numRuns: 300, seed: SEED }).map(writeTree)
    const theirs = officialFaults(documents)
    expect(theirs.filter((fault) => fault !== undefined)).toEqual([])
    expect(documents.flatMap((xml) => ours(xml) ?? [])).toEqual([])
  })

  test('of what is spoiled both schemas say the same', () => {
    const faults = fc.sample(spoiled(generatedMetadata), { numRuns: 1_500, seed: SEED })
    const documents = faults.map(({ root }) => writeTree(root))
    const theirs = officialFaults(documents)
    const disagreements = faults.flatMap(({ what }, index) => {
      const our = ours(documents[index] ?? '')
      return (our === undefined) === (theirs[index] === undefined) ? [] : [{ what, our, theirs: theirs[index] }]
    })
    expect(disagreements).toEqual([])
    const invalid = theirs.filter((fault) => fault !== undefined).length
    expect(invalid).toBeGreaterThan(faults.length / 3)
    expect(invalid).toBeLessThan(faults.length)
  })
})
