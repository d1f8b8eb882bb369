import { z } from 'zod'
import { Instant } from './instant.ts'
import { Verdict } from './judgement.ts'

/** Proof of a test: what was tested, what came out, when, and who vouches for it (B61). */
export const ReceiptBody = z.object({
  /** SHA-256 of the canonical configuration, hexadecimal. */
  configurationSha256: z.string().regex(/^[0-9a-f]{64}$/),
  verdict: Verdict,
  /** Codes of every finding that was not `passed`. */
  codes: z.array(z.string()),
  /** SHA-256 of the message that was judged, hexadecimal. */
  messageSha256: z.string().regex(/^[0-9a-f]{64}$/),
  testedAt: Instant,
  keyId: z.string(),
})
export type ReceiptBody = z.infer<typeof ReceiptBody>

export const Receipt = ReceiptBody.extend({
  /** Ed25519 over the canonical JSON of the body, Base64url (RFC 8032, RFC 8785). */
  signature: z.string(),
})
export type Receipt = z.infer<typeof Receipt>
