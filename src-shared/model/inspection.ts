import { z } from 'zod'
import { CertificateSummary } from './certificate.ts'
import { CertificateJudgement } from './certificate-judgement.ts'
import { DiscoveryJudgement } from './discovery-judgement.ts'
import { Finding } from './finding.ts'
import { MetadataJudgement, ResponseJudgement } from './judgement.ts'
import { LogoutJudgement, RequestJudgement } from './message-judgement.ts'
import { TokenJudgement } from './token-judgement.ts'

/** What something turned out to be. Words for people are in `findings/inspection-words.ts`. */
export const InspectedKind = z.enum([
  'saml-response',
  'saml-assertion',
  'saml-request',
  'saml-logout',
  'saml-metadata',
  'ws-federation-request',
  'ws-federation-response',
  'other-xml',
  'jwt',
  'jwk',
  'jwks',
  'oidc-discovery',
  'oidc-client',
  'token-response',
  'authorization-request',
  'authorization-response',
  'har',
  'saml-tracer',
  'certificate',
  'certificate-request',
  'public-key',
  'private-key',
  'pkcs7',
  'pkcs12',
  'web-page',
  'address',
  'json',
  'text',
  'binary',
  'empty',
  'too-large',
])
export type InspectedKind = z.infer<typeof InspectedKind>

/** One wrapping that was taken off; `name` is the field or parameter where there was one. */
export const InspectedLayer = z.object({
  kind: z.enum([
    'address',
    'form',
    'multipart',
    'http-message',
    'html-form',
    'json-text',
    'url-encoding',
    'base64',
    'base64url',
    'deflate',
    'zlib',
    'gzip',
    'utf-16',
  ]),
  name: z.string().optional(),
  /** Bytes that came out. */
  bytes: z.int().min(0),
})
export type InspectedLayer = z.infer<typeof InspectedLayer>

/** What came with a message: RelayState, SigAlg, state, error… Secrets are masked before they get here. */
export const InspectedParameter = z.object({ name: z.string(), value: z.string() })
export type InspectedParameter = z.infer<typeof InspectedParameter>

/** What the judge of this kind says, without its findings: those are with the thing itself. */
export const InspectedJudgement = z.discriminatedUnion('by', [
  z.object({ by: z.literal('response'), ...ResponseJudgement.omit({ findings: true }).shape }),
  z.object({ by: z.literal('assertion'), ...ResponseJudgement.omit({ findings: true }).shape }),
  z.object({ by: z.literal('logout'), ...LogoutJudgement.omit({ findings: true }).shape }),
  z.object({ by: z.literal('request'), ...RequestJudgement.omit({ findings: true }).shape }),
  z.object({ by: z.literal('metadata'), ...MetadataJudgement.omit({ findings: true }).shape }),
  z.object({ by: z.literal('token'), ...TokenJudgement.omit({ findings: true }).shape }),
  z.object({ by: z.literal('discovery'), ...DiscoveryJudgement.omit({ findings: true }).shape }),
  z.object({ by: z.literal('certificates'), ...CertificateJudgement.omit({ findings: true }).shape }),
])
export type InspectedJudgement = z.infer<typeof InspectedJudgement>

/**
 * `recognised`: known, and nothing refutes it; what could not be judged without trust is `not-verified`.
 * `faulty`: known, with a finding that is an error. `unrecognised`: not known.
 */
export const InspectionVerdict = z.enum(['recognised', 'faulty', 'unrecognised'])
export type InspectionVerdict = z.infer<typeof InspectionVerdict>

const thing = {
  verdict: InspectionVerdict,
  kind: InspectedKind,
  /** Outermost first. */
  layers: z.array(InspectedLayer),
  parameters: z.array(InspectedParameter),
  /** What it holds, in order of weight. */
  facts: z.array(z.object({ name: z.string(), value: z.string() })),
  /** Decoded; null for what is no text, what is too long to show, and private keys. Private keys within are taken out. */
  text: z.object({ language: z.enum(['xml', 'json', 'text']), content: z.string() }).nullable(),
  certificates: z.array(CertificateSummary),
  /** Everything that was found, its judge's findings included. */
  findings: z.array(Finding),
  /** Null where this kind has no judge, and of an aggregate too large to be listed. */
  judgement: InspectedJudgement.nullable(),
}

/** One thing that was found inside another. */
export const InspectedPart = z.object({
  ...thing,
  /** Where it was, such as `id_token` or `request 12`. */
  place: z.string(),
})
export type InspectedPart = z.infer<typeof InspectedPart>

/** One HTTP exchange of a recorded sign-in. Only what belongs to a sign-in is kept of it. */
export const InspectedExchange = z.object({
  /** Counts from 1, in the order of the recording. */
  number: z.int().min(1),
  startedAt: z.iso.datetime({ offset: true }).nullable(),
  method: z.string(),
  /** Without query and fragment. */
  address: z.string(),
  /** Null where there was no answer. */
  status: z.int().nullable(),
  parameters: z.array(InspectedParameter),
  /** Messages it carried, by their index in `parts`. */
  parts: z.array(z.int().min(0)),
})
export type InspectedExchange = z.infer<typeof InspectedExchange>

/** What `claimcheck inspect --format json` prints and the Inspector shows. */
export const Inspection = z.object({
  ...thing,
  /** Bytes that were given. */
  size: z.int().min(0),
  /** What it contains that is a thing of its own: messages of a recording, tokens of a response. Never nested. */
  parts: z.array(InspectedPart),
  /** Of a recording; empty for all else. */
  exchanges: z.array(InspectedExchange),
})
export type Inspection = z.infer<typeof Inspection>
