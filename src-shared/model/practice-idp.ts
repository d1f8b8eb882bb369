import { z } from 'zod'
import { Problem } from './problem.ts'

/** Deliberate mistakes of the practice identity provider, in the order in which they are shown and applied. */
export const SamlFaultId = z.enum([
  'wrong-audience',
  'audience-with-slash',
  'wrong-recipient',
  'wrong-destination',
  'wrong-acs-url',
  'wrong-issuer',
  'wrong-in-response-to',
  'answer-to-nobody',
  'expired-response',
  'not-yet-valid',
  'clock-4-minutes-ahead',
  'clock-10-minutes-ahead',
  'unsigned-response',
  'other-key',
  'rolled-key',
  'expired-certificate',
  'sha-1-signature',
  'signature-elsewhere',
  'changed-on-the-way',
  'forged-beside',
  'forged-around',
  'forged-in-extensions',
  'signed-in-object',
  'comment-in-name',
  'shared-identifier',
  'email-missing',
  'email-misnamed',
  'email-empty',
  'email-twice',
  'user-name-as-email',
  'group-ids',
  'too-many-groups',
  'changing-name',
  'encrypted-to-old-key',
  'user-not-assigned',
  'sign-in-failed',
  'name-format-refused',
  'error-page',
  'web-page-for-metadata',
  'silent-metadata',
])
export type SamlFaultId = z.infer<typeof SamlFaultId>

/** The same of the OpenID provider. */
export const OpenidFaultId = z.enum([
  'openid-wrong-issuer',
  'openid-wrong-audience',
  'openid-wrong-party',
  'openid-wrong-nonce',
  'openid-not-signed',
  'openid-public-key-as-secret',
  'openid-changed-token',
  'openid-unknown-key',
  'openid-rotated-keys',
  'openid-expired',
  'openid-clock-ahead',
  'openid-email-missing',
  'openid-email-unverified',
  'openid-too-many-groups',
  'openid-access-denied',
  'openid-server-error',
  'openid-state-dropped',
  'openid-secret-changed',
  'openid-token-error',
  'openid-token-page',
])
export type OpenidFaultId = z.infer<typeof OpenidFaultId>

export const FaultId = z.enum([...SamlFaultId.options, ...OpenidFaultId.options])
export type FaultId = z.infer<typeof FaultId>

export const PracticePerson = z.object({
  username: z.string(),
  /** Shown on the sign-in page: it protects nothing. */
  password: z.string(),
  email: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  groups: z.array(z.string()),
})
export type PracticePerson = z.infer<typeof PracticePerson>

/** An identity provider of one make's shape, beside the plain one. */
export const PracticeTenant = z.object({ name: z.string(), entityId: z.string(), metadataUrl: z.url() })
export type PracticeTenant = z.infer<typeof PracticeTenant>

/** One mistake is on, and nobody says which; it is one of these. */
export const PracticeExercise = z.object({ choices: z.array(FaultId) })
export type PracticeExercise = z.infer<typeof PracticeExercise>

export const PracticeIdpStatus = z.discriminatedUnion('state', [
  /** With the problem where it stopped by itself. */
  z.object({ state: z.literal('stopped'), problem: Problem.optional() }),
  z.object({
    state: z.literal('running'),
    url: z.url(),
    entityId: z.string(),
    metadataUrl: z.url(),
    people: z.array(PracticePerson),
    faults: z.array(FaultId),
    exercise: PracticeExercise.optional(),
    tenants: z.array(PracticeTenant).optional(),
    /** The same people by OpenID Connect, and the IDs of the clients it knows. */
    openid: z.object({ issuer: z.url(), discoveryUrl: z.url(), clients: z.array(z.string()) }),
    /** Entity IDs of the service providers it knows. */
    serviceProviders: z.array(z.string()),
  }),
])
export type PracticeIdpStatus = z.infer<typeof PracticeIdpStatus>

/** How an exercise ended. `guess` is null where somebody gave up. */
export const ExerciseAnswer = z.object({ status: PracticeIdpStatus, fault: FaultId, guess: FaultId.nullable() })
export type ExerciseAnswer = z.infer<typeof ExerciseAnswer>
