import { z } from 'zod'
import { CertificateSummary } from './certificate.ts'

export const KeyUse = z.enum(['signing', 'encryption'])
export type KeyUse = z.infer<typeof KeyUse>

/** The services whose address matters to the other side. */
export const EntityService = z.enum(['sign-in', 'sign-out', 'acs'])
export type EntityService = z.infer<typeof EntityService>

const change = { before: z.string(), after: z.string() }
const Value = z.object({ kind: z.enum(['added', 'removed']), value: z.string() })

/** One way in which the newer of two versions of an entity's metadata differs from the older. */
export const EntityDifference = z.discriminatedUnion('about', [
  z.object({ about: z.literal('entity-id'), ...change }),
  z.object({ about: z.literal('display-name'), before: z.string().nullable(), after: z.string().nullable() }),
  z.object({ about: z.literal('role'), kind: z.enum(['added', 'removed']), role: z.enum(['idp', 'sp']) }),
  /** `rolled`: the keys that were there are gone and others came. */
  z.object({
    about: z.literal('keys'),
    kind: z.enum(['added', 'removed', 'rolled']),
    use: KeyUse,
    added: z.array(CertificateSummary),
    removed: z.array(CertificateSummary),
    /** In both versions. */
    kept: z.array(CertificateSummary),
  }),
  z.object({
    about: z.literal('endpoint'),
    kind: z.enum(['added', 'removed', 'moved']),
    service: EntityService,
    /** URI. */
    binding: z.string(),
    /** Null where it was added. */
    before: z.string().nullable(),
    /** Null where it was removed. */
    after: z.string().nullable(),
  }),
  z.object({ about: z.literal('default-acs'), ...change }),
  Value.extend({ about: z.literal('name-id-format') }),
  Value.extend({ about: z.literal('requested-attribute') }),
  Value.extend({ about: z.literal('entity-attribute') }),
  z.object({
    about: z.literal('signing-wish'),
    wish: z.enum(['signed-requests', 'signed-assertions', 'signs-requests']),
    after: z.boolean(),
  }),
  /** xs:dateTime as written; null where none is set. */
  z.object({ about: z.literal('valid-until'), before: z.string().nullable(), after: z.string().nullable() }),
])
export type EntityDifference = z.infer<typeof EntityDifference>
