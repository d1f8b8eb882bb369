import { z } from 'zod'
import { ConnectionId } from '../model/ids.ts'
import { Instant } from '../model/instant.ts'
import { ADMIN_API, route } from './route.ts'

/** Proof that the organisation can write into a domain's DNS. */
export const DomainProof = z.object({
  domain: z.string(),
  /** `lost`: it was proven once, and the record is there no more. */
  state: z.enum(['pending', 'verified', 'lost']),
  /** What has to stand in the DNS. */
  record: z.object({ type: z.literal('TXT'), name: z.string(), value: z.string() }),
  verifiedAt: Instant.nullable(),
  checkedAt: Instant.nullable(),
  /** What the last check met; null where it found the record. */
  problem: z.string().nullable(),
})
export type DomainProof = z.infer<typeof DomainProof>

export const listDomains = route({
  method: 'GET',
  path: `${ADMIN_API}/domains`,
  summary: 'List the e-mail domains of all providers, with the proof of each',
  success: {
    status: 200,
    body: z.object({
      domains: z.array(DomainProof.extend({ connectionId: ConnectionId.nullable() })),
      total: z.int(),
    }),
  },
})

export const verifyDomains = route({
  method: 'POST',
  path: `${ADMIN_API}/providers/:id/verify`,
  summary: "Look for the proof of the provider's domains in the DNS; of a draft's too",
  params: z.object({ id: ConnectionId }),
  success: { status: 200, body: z.object({ verified: z.boolean(), domains: z.array(DomainProof) }) },
})

export const DomainProblem = z.enum([
  'malformed',
  'public-mail',
  'public-suffix',
  'outside-allowed-domains',
  'claimed-by-you',
  'claimed',
])

export const checkDomain = route({
  method: 'GET',
  path: `${ADMIN_API}/domain-check`,
  summary: 'Could a provider claim this e-mail domain?',
  query: z.strictObject({ domain: z.string().min(1).max(300) }).meta({ examples: [{ domain: 'acme.example' }] }),
  success: {
    status: 200,
    body: z.object({
      /** As it would be kept. */
      domain: z.string(),
      available: z.boolean(),
      problem: DomainProblem.nullable(),
      message: z.string().nullable(),
    }),
  },
})
