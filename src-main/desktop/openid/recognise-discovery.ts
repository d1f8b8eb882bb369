import { MAXIMUM_OPENID_DOCUMENT_BYTES } from '#shared/ipc/openid.ts'
import type { ProblemCode } from '#shared/problems/problem-catalogue.ts'

/** How much is looked at: enough to see what it is. */
const LOOKED_AT = 4_000

/** What was given in place of a discovery document, where that can be told without parsing it; null where it may be one. */
export function problemOfDiscovery(bytes: Uint8Array): ProblemCode | null {
  if (bytes.length > MAXIMUM_OPENID_DOCUMENT_BYTES) return 'openid.too-large'
  const start = Buffer.from(bytes.subarray(0, LOOKED_AT))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (start === '') return 'openid.empty'
  if (/<(?:[\w.-]+:)?Entit(?:y|ies)Descriptor[\s>]/.test(start)) return 'openid.metadata'
  if (start.startsWith('<')) return 'openid.web-page'
  return start.includes('PRIVATE KEY-----') ? 'openid.private-key' : null
}
