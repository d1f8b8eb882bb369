import { XmlRefused } from '#main/xml/parse/xml-refused.ts'
import { digestRoot } from '#main/xml/stream/digest-root.ts'
import type { Judged } from '../finding/judged.ts'
import { type MetadataContext, trust } from '../metadata/entity-context.ts'
import { judgeAggregateSignature } from '../metadata/signature.ts'

const notChecked: Judged = [
  'metadata.signature',
  { kind: 'not-verified', trust, detail: 'The signature over the whole aggregate was not checked.' },
]

/**
 * The signature over a whole aggregate, from its bytes as they come; undefined where they cannot be had once more.
 * What is no XML draws no finding here: the document is refused for it.
 */
export async function judgeSignatureOver(
  chunks: AsyncIterable<Uint8Array> | undefined,
  context: MetadataContext,
): Promise<Judged[]> {
  if (chunks === undefined) return [notChecked]
  try {
    const { root, signature, streamed } = await digestRoot(chunks)
    const outcomes = judgeAggregateSignature(root, signature, streamed, context)
    return outcomes.map((outcome) => ['metadata.signature', outcome])
  } catch (error) {
    if (error instanceof XmlRefused) return [notChecked]
    throw error
  }
}
