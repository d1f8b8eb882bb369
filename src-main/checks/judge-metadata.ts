import { type ReadEntity, readEntities } from '#main/saml/metadata/read-entity.ts'
import { metadataLimits } from '#main/xml/parse/parse-limits.ts'
import { collectIdentifiers, type Identifiers } from '#main/xml/signature/identifiers.ts'
import type { XmlDocument, XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { MetadataJudgement } from '#shared/model/judgement.ts'
import { type Judged, makeFindings } from './finding/judged.ts'
import type { Outcome } from './finding/outcome.ts'
import { openXml } from './gate/open-xml.ts'
import { judgeDocumentKind, looksLikeWebPage } from './metadata/document-kind.ts'
import type { MetadataContext } from './metadata/entity-context.ts'
import { eachEntityOnce } from './metadata/entity-once.ts'
import { judgeEntity, subjectOf } from './metadata/judge-entity.ts'
import { rememberCertificates } from './metadata/read-certificates.ts'
import { judgeMetadataSchema } from './metadata/schema.ts'
import { judgeMetadataSignature } from './metadata/signature.ts'
import { summariseEntity } from './metadata/summarise-entity.ts'

/** Of one document, so that the same one in several places is read once. */
const MOST_CERTIFICATES = 100

/**
 * Judges metadata of one or more entities: `valid` where no finding is an error. Never throws for bad input.
 * @param input XML as received
 */
export function judgeMetadata(input: string | Uint8Array, context: MetadataContext): MetadataJudgement {
  const opened = openXml(input, metadataLimits)
  if (opened.kind === 'refused') {
    const page = looksLikeWebPage(
      typeof input === 'string' ? input : Buffer.from(input.subarray(0, 4_000)).toString('utf8'),
    )
    return page
      ? invalid([['metadata.document', webPage]], context)
      : invalid([['xml.document', opened.fault]], context)
  }
  const once = { ...context, readCertificate: context.readCertificate ?? rememberCertificates(MOST_CERTIFICATES) }
  return judgeDocument(opened.document, once, typeof input === 'string' ? undefined : input)
}

function judgeDocument(
  document: XmlDocument,
  context: MetadataContext,
  bytes: Uint8Array | undefined,
): MetadataJudgement {
  const { root } = document
  const entities = readEntities(document)
  const kind = judgeDocumentKind(root, entities)
  if (kind.kind === 'fault') return invalid([wellFormed, ['metadata.document', kind]], context)
  const identifiers = collectIdentifiers(document)
  const subjects = entities.map((entity) => subjectOf(inside(entity, context), context))
  const findings = [
    ...finish(
      [
        wellFormed,
        ['metadata.document', kind],
        [
          'metadata.schema',
          judgeMetadataSchema(document, context.schemaValidator?.validate(bytes ?? document.source, 'metadata')),
        ],
        ...signatureOf(root, identifiers, context),
        ...eachEntityOnce(entities),
      ],
      context,
    ),
    ...subjects.flatMap((subject) =>
      finish(
        judgeEntity(subject, () => identifiers, subject.entity.element !== root),
        context,
      ),
    ),
  ]
  const verdict = findings.some(({ severity }) => severity === 'error') ? 'invalid' : 'valid'
  return { verdict, entities: subjects.map(summariseEntity), findings }
}

/** The validity of what stood around it binds it as well (SAML Metadata §2.3.1). */
const inside = (entity: ReadEntity, { around = [] }: MetadataContext): ReadEntity => ({
  ...entity,
  validity: [
    ...around.map(({ validUntil, cacheDuration }) => ({ element: entity.element, validUntil, cacheDuration })),
    ...entity.validity,
  ],
})

const wellFormed: Judged = [
  'xml.document',
  { kind: 'passed', trust: 'verified', detail: 'The document is well-formed XML.' },
]
const webPage: Outcome = { kind: 'fault', code: 'metadata.document.web-page', trust: 'verified' }

const signatureOf = (element: XmlElement, identifiers: Identifiers, context: MetadataContext): Judged[] =>
  judgeMetadataSignature(element, identifiers, context).map((outcome) => ['metadata.signature', outcome])

const invalid = (judged: readonly Judged[], context: MetadataContext): MetadataJudgement => ({
  verdict: 'invalid',
  entities: [],
  findings: finish(judged, context),
})

const finish = (judged: readonly Judged[], { mode }: MetadataContext): Finding[] =>
  makeFindings(judged, { mode, required: new Set() })
