import { z } from 'zod'
import { AuditEventId, OrganisationId } from '../model/ids.ts'
import { Instant } from '../model/instant.ts'
import { listAnswer, listQueryWith } from './list.ts'
import { ADMIN_API, route } from './route.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Who did what. Each holds the hash of the one before, so that none can be changed, dropped or moved unseen. */
export const AuditEvent = z.object({
  organisationId: OrganisationId,
  /** Counts from 1 within the organisation. */
  sequence: z.int().min(1),
  id: AuditEventId,
  at: Instant,
  actorKind: z.enum(['api-key', 'user', 'system']),
  actorId: z.string().nullable(),
  /** `sso.provider.created` and the like. */
  action: z.string(),
  subjectId: z.string().nullable(),
  /** Before and after where something was changed; secrets masked. */
  details: z.unknown(),
  previousHash: Sha256,
  /** SHA-256 over the canonical JSON (RFC 8785) of everything above. */
  hash: Sha256,
})
export type AuditEvent = z.infer<typeof AuditEvent>

const shared = { scope: 'audit:read', withoutLicence: true } as const

export const listAuditEvents = route({
  ...shared,
  method: 'GET',
  path: `${ADMIN_API}/audit`,
  summary: 'Read the audit log, the newest first',
  query: listQueryWith({
    action: z.string().max(100).optional(),
    /** Id of what was changed. */
    subject: z.string().max(100).optional(),
  }),
  success: { status: 200, body: listAnswer({ events: z.array(AuditEvent) }) },
})
export const verifyAudit = route({
  ...shared,
  method: 'GET',
  path: `${ADMIN_API}/audit/verification`,
  summary: 'Follow the chain through the whole log',
  success: {
    status: 200,
    body: z.object({
      intact: z.boolean(),
      events: z.int(),
      /** Hash of the newest event: keep it elsewhere, and a log that was cut short is known. */
      head: Sha256,
      /** The first event that does not fit; null where all do. */
      brokenAt: z.int().nullable(),
    }),
  },
})
export const exportAudit = route({
  ...shared,
  method: 'GET',
  path: `${ADMIN_API}/audit/export`,
  summary: 'Export the audit log, one JSON object a line, in the order it happened',
  success: { status: 200, body: z.string(), contentType: 'application/x-ndjson' },
})
