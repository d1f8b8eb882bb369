import { BINDING_POST, BINDING_REDIRECT } from '#main/saml/namespaces.ts'
import { loadSchemaValidator } from '#main/saml/schema/load-schema-validator.ts'
import type { SchemaValidator } from '#main/saml/schema/schema-validator.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { IdentityProvider, IdentityProviderSource } from '#shared/model/identity-provider.ts'
import type { Endpoint, MetadataEntity, MetadataJudgement } from '#shared/model/judgement.ts'
import type { JudgingMode } from '#shared/model/policy.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { ProblemCode } from '#shared/problems/problem-catalogue.ts'
import { judgeMetadata } from '../judge-metadata.ts'
import type { MetadataContext } from '../metadata/entity-context.ts'
import { holdsPrivateKey } from './holds-private-key.ts'
import { problemOfDocument } from './recognise-document.ts'
import { isWebAddress } from './web-address.ts'

/** What was said around an entity that was taken out of an aggregate. */
export interface AggregateSaid {
  readonly around: NonNullable<MetadataContext['around']>
  /** Findings on the signature over the aggregate. */
  readonly signature: readonly Finding[]
}

export interface MetadataSource {
  readonly source: IdentityProviderSource
  /** Where the person put it. */
  readonly field: string
  readonly now: Date
  readonly mode: JudgingMode
  readonly schemaValidator?: SchemaValidator | undefined
  /** What the aggregate says that it was taken from; undefined where it stood alone. */
  readonly aggregate?: AggregateSaid | undefined
}

/**
 * The one identity provider that a document describes, judged. What the judge finds fault with is loaded and shown;
 * what gives no identity provider to talk to is refused.
 * @throws {InputRefused}
 */
export function identityProviderFrom(
  bytes: Uint8Array,
  { source, field, now, mode, schemaValidator, aggregate }: MetadataSource,
): IdentityProvider {
  const recognised = problemOfDocument(bytes)
  if (recognised) throw new InputRefused(recognised, field)
  const metadataXml = new TextDecoder().decode(bytes)
  if (holdsPrivateKey(metadataXml)) throw new InputRefused('metadata.private-key-inside', field)
  const alone = judgeMetadata(bytes, { now, mode, role: 'idp', schemaValidator, around: aggregate?.around })
  const judgement = aggregate === undefined ? alone : signedAround(alone, aggregate.signature)
  const entity = oneIdentityProvider(judgement, field)
  const refuse = (code: ProblemCode): never => {
    throw new InputRefused(code, field)
  }
  if (entity.entityId === '') return refuse('metadata.no-entity-id')
  if (entity.signingCertificates.length === 0) return refuse('metadata.no-certificate')
  return {
    source,
    entityId: entity.entityId,
    singleSignOn: singleSignOn(entity) ?? refuse('metadata.no-sign-in-address'),
    signOutUrl: endpoint(entity.singleLogoutServices, BINDING_REDIRECT)?.location ?? null,
    signingCertificates: entity.signingCertificates,
    metadataXml,
    loadedAt: now.toISOString(),
    judgement,
  }
}

/** The same, held to the standard's schemas too. @throws {InputRefused} */
export const identityProviderWithSchemas = async (
  bytes: Uint8Array,
  source: Omit<MetadataSource, 'schemaValidator'>,
): Promise<IdentityProvider> => identityProviderFrom(bytes, { ...source, schemaValidator: await loadSchemaValidator() })

/** An entity that is not signed itself stands under the signature of the aggregate it was taken from. */
function signedAround(judgement: MetadataJudgement, signature: readonly Finding[]): MetadataJudgement {
  const isUnsigned = judgement.findings.some(({ code }) => code === UNSIGNED)
  if (!isUnsigned || signature.length === 0) return judgement
  const ofAggregate = signature.map(({ location: _, ...finding }) => ({
    ...finding,
    detail: [finding.detail, 'This is said of the aggregate that the entity was taken from.'].join(' ').trim(),
  }))
  const findings = judgement.findings.flatMap((finding) => (finding.code === UNSIGNED ? ofAggregate : finding))
  const isInvalid = findings.some(({ severity }) => severity === 'error')
  return { ...judgement, findings, verdict: isInvalid ? 'invalid' : judgement.verdict }
}

const UNSIGNED = 'metadata.signature.missing'

function oneIdentityProvider(judgement: MetadataJudgement, field: string): MetadataEntity {
  const { entities } = judgement
  const [first, second] = entities.filter(({ roles }) => roles.includes('idp'))
  if (first && !second) return first
  if (second) throw new InputRefused('metadata.aggregate', field)
  if (entities.some(({ roles }) => roles.includes('sp'))) throw new InputRefused('metadata.service-provider', field)
  throw unreadable(judgement, field)
}

/** The judge has said what the document is instead; where it is not XML, its detail says where. */
function unreadable({ findings }: MetadataJudgement, field: string): InputRefused {
  const fault = findings.find(({ severity }) => severity === 'error')
  if (fault?.code === 'metadata.document.web-page') return new InputRefused('metadata.html', field)
  if (!fault?.code.startsWith('xml.')) return new InputRefused('metadata.not-metadata', field)
  return new InputRefused('metadata.not-xml', field, { detail: fault.detail })
}

function singleSignOn({ singleSignOnServices }: MetadataEntity): IdentityProvider['singleSignOn'] | undefined {
  const redirect = endpoint(singleSignOnServices, BINDING_REDIRECT)
  if (redirect) return { binding: 'redirect', url: redirect.location }
  const post = endpoint(singleSignOnServices, BINDING_POST)
  return post && { binding: 'post', url: post.location }
}

const endpoint = (endpoints: readonly Endpoint[], wanted: string) =>
  endpoints.find(({ binding, location }) => binding === wanted && isWebAddress(location))
