import { readValidity } from '#main/saml/metadata/read-attributes.ts'
import { readEntities } from '#main/saml/metadata/read-entity.ts'
import { metadataLimits } from '#main/xml/parse/parse-limits.ts'
import { attributeOf } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { AggregateFacts, EntityListing } from '#shared/model/aggregate.ts'
import type { Finding } from '#shared/model/finding.ts'
import { type Judged, makeFindings } from '../finding/judged.ts'
import { openXml } from '../gate/open-xml.ts'
import { judgeDocumentKind, looksLikeWebPage } from '../metadata/document-kind.ts'
import { type MetadataContext, trust } from '../metadata/entity-context.ts'
import { judgeMetadataSchema } from '../metadata/schema.ts'

const NAME = 'urn:claimcheck:placeholder'

/** The smallest entity that fits the schema: it stands in the rest for those that were cut out. */
export const placeholder = `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${NAME}"><AffiliationDescriptor affiliationOwnerID="${NAME}"><AffiliateMember>${NAME}</AffiliateMember></AffiliationDescriptor></EntityDescriptor>`

export interface JudgedRest {
  readonly facts: AggregateFacts
  readonly findings: Finding[]
}

/** The document around the entities. @param rest what is left once they are cut out */
export function judgeRest(
  rest: Uint8Array,
  listings: readonly EntityListing[],
  signature: readonly Judged[],
  context: MetadataContext,
): JudgedRest {
  const opened = openXml(rest, metadataLimits)
  if (opened.kind === 'refused') {
    const page = looksLikeWebPage(Buffer.from(rest.subarray(0, 4_000)).toString('utf8'))
    const webPage: Judged = ['metadata.document', { kind: 'fault', code: 'metadata.document.web-page', trust }]
    return { facts: noFacts, findings: finish([page ? webPage : ['xml.document', opened.fault]], context) }
  }
  const { document } = opened
  const wellFormed: Judged = [
    'xml.document',
    { kind: 'passed', trust, detail: 'Around its entities the document is well-formed XML.' },
  ]
  const kind = judgeDocumentKind(document.root, readEntities(document))
  if (kind.kind === 'fault')
    return { facts: noFacts, findings: finish([wellFormed, ['metadata.document', kind]], context) }
  const judged: Judged[] = [
    wellFormed,
    ['metadata.document', kind],
    ['metadata.schema', judgeMetadataSchema(document, context.schemaValidator?.validate(document.source, 'metadata'))],
    ...signature,
    ...eachOnce(listings),
  ]
  return { facts: factsOf(document.root), findings: finish(judged, context) }
}

export const noFacts: AggregateFacts = { name: null, validUntil: null, cacheDuration: null }

function factsOf(root: XmlElement): AggregateFacts {
  const { validUntil = null, cacheDuration = null } = readValidity(root)
  return { name: attributeOf(root, 'Name') ?? null, validUntil, cacheDuration }
}

export const tooLarge = (context: MetadataContext): Finding => {
  const actual = `An entity or a tag is larger than ${metadataLimits.size} bytes.`
  const [finding] = finish([['xml.document', { kind: 'fault', code: 'xml.too-large', trust, actual }]], context)
  if (finding === undefined) throw new Error('a fault makes a finding')
  return finding
}

function eachOnce(listings: readonly EntityListing[]): Judged[] {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { entityId } of listings) {
    if (entityId !== '' && seen.has(entityId)) repeated.add(entityId)
    seen.add(entityId)
  }
  if (repeated.size === 0) return [['metadata.entity-once', { kind: 'passed', trust }]]
  const told = [...repeated]
  const actual = [...told.slice(0, 5), ...(told.length > 5 ? [`and ${told.length - 5} more`] : [])].join('\n')
  return [['metadata.entity-once', { kind: 'fault', code: 'metadata.entity-once.repeated', trust, actual }]]
}

const finish = (judged: readonly Judged[], { mode }: MetadataContext): Finding[] =>
  makeFindings(judged, { mode, required: new Set() })
