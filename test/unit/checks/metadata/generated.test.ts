import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeAggregate } from '#main/checks/judge-aggregate.ts'
import { judgeMetadata } from '#main/checks/judge-metadata.ts'
import { AggregateJudgement } from '#shared/model/aggregate.ts'
import { MetadataJudgement } from '#shared/model/judgement.ts'
import { generatedMetadata } from '#test/support/saml/metadata/generated-metadata.ts'
import { writeTree } from '#test/support/saml/metadata/markup-tree.ts'
import { spoiled } from '#test/support/saml/metadata/metadata-fault.ts'
import { NOW } from '#test/support/saml/response-message.ts'

const context = { now: NOW, mode: 'interop' } as const
async function* once(text: string) {
  yield Buffer.from(text)
}

test('whatever is spoiled in metadata, and wherever it is cut, it is judged and nothing is thrown', async () => {
  const documents = fc.sample(spoiled(generatedMetadata), { numRuns: 150, seed: 11 }).map(({ root }) => writeTree(root))
  for (const [index, whole] of documents.entries()) {
    const text = index % 3 === 0 ? whole.slice(0, (index * 7_919) % whole.length) : whole
    expect(MetadataJudgement.safeParse(judgeMetadata(text, context)).success).toBe(true)
    const judged = await judgeAggregate(once(text), context, { again: () => once(text) })
    expect(AggregateJudgement.safeParse(judged).success).toBe(true)
    if (index % 3 === 0) expect(judged.verdict).toBe('invalid')
  }
})
