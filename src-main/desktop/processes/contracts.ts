import { z } from 'zod'
import { call, event, Nothing } from '#shared/ipc/declare.ts'
import { AggregateJudgement, AggregateProgress } from '#shared/model/aggregate.ts'
import { ClientAuthenticationMethod } from '#shared/model/client-authentication.ts'
import { EmailTrust } from '#shared/model/email-trust.ts'
import { Finding } from '#shared/model/finding.ts'
import { OrganisationId } from '#shared/model/ids.ts'
import { Inspection } from '#shared/model/inspection.ts'
import { JudgingPolicy } from '#shared/model/policy.ts'
import { ExerciseAnswer, FaultId, PracticeIdpStatus } from '#shared/model/practice-idp.ts'
import { ClaimMapping } from '#shared/model/profile.ts'

const LogLine = z.object({ what: z.string(), cause: z.string() })
const Port = z.int().min(0).max(65_535)

/** What main and the tenant backend's process say to each other. Keys go over this channel, never over the command line. */
export const backendProcess = {
  backend: {
    open: call(
      z.object({ dataFolder: z.string(), port: Port, encryptionKey: z.instanceof(Uint8Array) }),
      z.object({ url: z.url() }),
    ),
    /** Makes an organisation that enables only what was tested. The key is answered this once. */
    initialise: call(
      z.object({ organisation: z.string(), owner: z.string() }),
      z.object({ orgId: OrganisationId, apiKey: z.string() }),
    ),
    stop: call(Nothing, Nothing),
    logged: event(LogLine),
  },
}

/** Key and certificate in PEM, to start again as the same identity provider. */
export const PracticeSigningPem = z.object({ privateKey: z.string(), certificate: z.string() })
export type PracticeSigningPem = z.infer<typeof PracticeSigningPem>

/** A client of its OpenID Connect side. Its secret goes over this channel and nowhere else. */
export const PracticeClient = z.object({
  clientId: z.string(),
  clientSecret: z.string().nullable(),
  authentication: ClientAuthenticationMethod,
  redirectUris: z.array(z.string()),
  postLogoutRedirectUris: z.array(z.string()),
  jwksJson: z.string().nullable(),
})
export type PracticeClient = z.infer<typeof PracticeClient>

export const practiceIdpProcess = {
  practiceIdp: {
    start: call(z.object({ port: Port, signing: PracticeSigningPem.nullable() }), PracticeSigningPem),
    status: call(Nothing, PracticeIdpStatus),
    setFaults: call(z.object({ faults: z.array(FaultId) }), PracticeIdpStatus),
    beginExercise: call(Nothing, PracticeIdpStatus),
    answerExercise: call(z.object({ guess: FaultId.nullable() }), ExerciseAnswer),
    /** It has become another by itself. */
    changed: event(PracticeIdpStatus),
    registerServiceProvider: call(z.object({ metadataXml: z.string() }), z.object({ entityId: z.string() })),
    registerClient: call(PracticeClient, Nothing),
    stop: call(Nothing, Nothing),
    logged: event(LogLine),
  },
}

const Pems = z.array(z.string())

/** By whose certificates, names and key a pasted message is judged. The key in PKCS #8. */
export const InspectedAgainst = z.object({
  policy: JudgingPolicy,
  identityProvider: z.object({ entityId: z.string(), certificates: Pems, retired: Pems }).nullable(),
  serviceProvider: z
    .object({
      entityId: z.string(),
      acsUrl: z.string(),
      decryptionKey: z.instanceof(Uint8Array).nullable(),
      retired: Pems,
    })
    .nullable(),
  /** By OpenID Connect; the discovery document and the key set as they were received. */
  openid: z
    .object({
      issuer: z.string(),
      discoveryJson: z.string(),
      jwksJson: z.string().nullable(),
      clientId: z.string().nullable(),
      tenants: z.array(z.string()),
      emailTrust: EmailTrust,
      emailDomains: z.array(z.string()),
      mapping: ClaimMapping,
    })
    .nullable(),
})
export type InspectedAgainst = z.infer<typeof InspectedAgainst>

/** One entity out of an aggregate, with what was said around it of its validity and its signature. */
export const TakenEntity = z.object({
  bytes: z.instanceof(Uint8Array),
  /** Outermost first. */
  around: z.array(z.object({ validUntil: z.string().optional(), cacheDuration: z.string().optional() })),
  signature: z.array(Finding),
})
export type TakenEntity = z.infer<typeof TakenEntity>

export const inspectorProcess = {
  /** One aggregate, kept from `open` until the process ends. A file is read where it is. */
  aggregate: {
    open: call(
      z.union([z.object({ bytes: z.instanceof(Uint8Array) }), z.object({ path: z.string() })]),
      AggregateJudgement,
    ),
    /** Its signature by the certificates of whoever publishes it, in PEM. */
    verify: call(z.object({ certificates: z.string() }), z.array(Finding)),
    take: call(z.object({ offset: z.int().min(0) }), TakenEntity),
    progress: event(AggregateProgress),
  },
  inspector: {
    /** Loads what takes long. */
    prepare: call(Nothing, Nothing),
    inspect: call(z.object({ bytes: z.instanceof(Uint8Array), against: InspectedAgainst.nullable() }), Inspection),
    logged: event(LogLine),
  },
}
