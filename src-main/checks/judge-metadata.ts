import { type ReadEntity, readEntities } from '#main/saml/metadata/read-entity.ts'
import { metadataLimits } from '#main/xml/parse/parse-limits.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { MetadataJudgement } from '#shared/model/judgement.ts'
import { type Judged, makeFindings, runChecks } from './finding/judged.ts'
import type { Outcome } from './finding/outcome.ts'
import { openXml } from './gate/open-xml.ts'
import { judgeDocumentKind, looksLikeWebPage } from './metadata/document-kind.ts'
import type { EntitySubject, MetadataContext } from './metadata/entity-context.ts'
import { readEntityCertificates } from './metadata/read-certificates.ts'
import { summariseEntity } from './metadata/summarise-entity.ts'
import { metadataChecksFor } from './metadata-checks.ts'

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
  const { root } = opened.document
  const entities = readEntities(opened.document)
  const kind = judgeDocumentKind(root, entities)
  if (kind.kind === 'fault') return invalid([wellFormed, ['metadata.document', kind]], context)
  const subjects = entities.map((entity) => subjectOf(entity, context))
  const findings = [
    ...finish([wellFormed, ['metadata.document', kind]], context),
    ...subjects.flatMap((subject) => finish(judgeEntity(subject), context)),
  ]
  const verdict = findings.some(({ severity }) => severity === 'error') ? 'invalid' : 'valid'
  return { verdict, entities: subjects.map(summariseEntity), findings }
}

const wellFormed: Judged = [
  'xml.document',
  { kind: 'passed', trust: 'verified', detail: 'The document is well-formed XML.' },
]
const webPage: Outcome = { kind: 'fault', code: 'metadata.document.web-page', trust: 'verified' }

const subjectOf = (entity: ReadEntity, context: MetadataContext): EntitySubject => ({
  entity,
  context,
  signingCertificates: readEntityCertificates(entity, 'signing'),
  encryptionCertificates: readEntityCertificates(entity, 'encryption'),
})

const judgeEntity = (subject: EntitySubject): Judged[] => runChecks(metadataChecksFor(subject), subject)

const invalid = (judged: readonly Judged[], context: MetadataContext): MetadataJudgement => ({
  verdict: 'invalid',
  entities: [],
  findings: finish(judged, context),
})

const finish = (judged: readonly Judged[], { mode }: MetadataContext): Finding[] =>
  makeFindings(judged, { mode, required: new Set() })
