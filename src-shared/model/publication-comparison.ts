import { z } from 'zod'
import { Instant } from './instant.ts'

/** The parts of a published configuration that people compare, in the order they are shown. */
export const ConfigurationPart = z.enum([
  'issuer',
  'domains',
  'client-id',
  'client-authentication',
  'discovery-url',
  'tenants',
  'scopes',
  'prompt',
  'maximum-age',
  'acr-values',
  'email-trust',
  'idp-entity-id',
  'sign-in-url',
  'sign-in-binding',
  'certificates',
  'sign-out-url',
  'metadata-url',
  'claim-email',
  'claim-given-name',
  'claim-family-name',
  'claim-groups',
  'idp-initiated',
  'encryption',
  'judging',
  'sp-entity-id',
  'acs-url',
])
export type ConfigurationPart = z.infer<typeof ConfigurationPart>

/** What is not set is left out. */
export const ConfigurationValues = z.partialRecord(ConfigurationPart, z.string())
export type ConfigurationValues = z.infer<typeof ConfigurationValues>

/** What a tenant backend signs people in with, beside what this computer has and what was there before. */
export const PublicationComparison = z.object({
  live: ConfigurationValues,
  /** What publishing would make live. */
  local: ConfigurationValues,
  isSame: z.boolean(),
  /** A test login of exactly what this computer has was accepted by the backend. */
  isTested: z.boolean(),
  /** Before the last change, whoever made it; null where nothing was changed since it was published. */
  previous: z
    .object({
      values: ConfigurationValues,
      replacedAt: Instant,
      /** Of the administrator; `own`: this app's key. */
      replacedBy: z.enum(['own', 'api-key', 'user', 'system']),
      isTested: z.boolean(),
      /** False where the key pair was replaced with it: a private key cannot be brought back. */
      canBeRestored: z.boolean(),
    })
    .nullable(),
})
export type PublicationComparison = z.infer<typeof PublicationComparison>
