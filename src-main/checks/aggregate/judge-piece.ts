import { readValidity } from '#main/saml/metadata/read-attributes.ts'
import { readEntity } from '#main/saml/metadata/read-entity.ts'
import { MD } from '#main/saml/namespaces.ts'
import type { SchemaFault } from '#main/saml/schema/schema-validator.ts'
import { metadataLimits } from '#main/xml/parse/parse-limits.ts'
import { collectIdentifiers } from '#main/xml/signature/identifiers.ts'
import type { NamespaceDeclaration } from '#main/xml/tree/xml-tree.ts'
import type { EntityListing } from '#shared/model/aggregate.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { MetadataEntity } from '#shared/model/judgement.ts'
import { type Judged, makeFindings } from '../finding/judged.ts'
import { openXml } from '../gate/open-xml.ts'
import { judgeDocumentKind } from '../metadata/document-kind.ts'
import type { EntitySubject, MetadataContext } from '../metadata/entity-context.ts'
import { judgeEntity, subjectOf } from '../metadata/judge-entity.ts'
import { judgeMetadataSchema } from '../metadata/schema.ts'
import { displayNameOf, rolesOf, summariseEntity } from '../metadata/summarise-entity.ts'
import type { Frame } from './frame.ts'

/** One EntityDescriptor of an aggregate, cut out as it stood. */
export interface EntityPiece {
  readonly number: number
  readonly bytes: Uint8Array
  readonly offset: number
  readonly line: number
}

export interface EntityDescription {
  readonly listing: EntityListing
  /** Null where it cannot be read. */
  readonly entity: MetadataEntity | null
  readonly findings: readonly Finding[]
}

/**
 * What the list shows of each entity. Whatever is wrong with it stays with it. What passed is not told: nobody reads it of
 * thousands. The schema is done with first: in turns with the rest it takes twice the time.
 */
export function listPieces(pieces: readonly EntityPiece[], frame: Frame, context: MetadataContext): EntityListing[] {
  const opened = pieces.map((piece, index) => {
    const bytes = withNamespaces(piece.bytes, frame, index)
    return { piece, bytes, schemaFaults: schemaFaultsOf(bytes, context) }
  })
  return opened.map(({ piece, bytes, schemaFaults }) => listPiece(piece, bytes, frame, context, schemaFaults))
}

function listPiece(
  piece: EntityPiece,
  bytes: Uint8Array,
  frame: Frame,
  context: MetadataContext,
  schemaFaults: readonly SchemaFault[] | undefined,
): EntityListing {
  const { judged, subject } = open(bytes, frame, context, schemaFaults)
  const faults = judged.filter(([, { kind }]) => kind === 'fault')
  return listingOf(piece, subject, makeFindings(faults, { mode: context.mode, required: new Set() }))
}

/** All that is found of one entity, for when it is chosen from the list. */
export function describePiece(piece: EntityPiece, frame: Frame, context: MetadataContext): EntityDescription {
  const bytes = withNamespaces(piece.bytes, frame)
  const { judged, subject } = open(bytes, frame, context, schemaFaultsOf(bytes, context))
  const findings = makeFindings(judged, { mode: context.mode, required: new Set() })
  return {
    listing: listingOf(piece, subject, findings),
    entity: subject === undefined ? null : summariseEntity(subject),
    findings: findings.map((finding) => moved(finding, piece)),
  }
}

function listingOf(
  piece: EntityPiece,
  subject: EntitySubject | undefined,
  findings: readonly Finding[],
): EntityListing {
  const codesOf = (wanted: Finding['severity']) => [
    ...new Set(findings.filter(({ severity }) => severity === wanted).map(({ code }) => code)),
  ]
  const errors = codesOf('error')
  const entity = subject?.entity
  const displayName = entity && displayNameOf(entity)
  return {
    number: piece.number,
    entityId: ownText(entity?.entityId ?? ''),
    displayName: displayName === undefined ? null : ownText(displayName),
    roles: entity ? rolesOf(entity) : [],
    verdict: errors.length > 0 ? 'invalid' : 'valid',
    errors,
    warnings: codesOf('warning'),
    offset: piece.offset,
    length: piece.bytes.length,
    line: piece.line,
  }
}

/** A copy: as a part of the entity's text it would keep all of that in memory, which of ten thousand is the aggregate. */
const ownText = (text: string) => Buffer.from(text, 'utf8').toString('utf8')

interface OpenedPiece {
  readonly judged: readonly Judged[]
  /** Undefined where it is no entity that can be read. */
  readonly subject?: EntitySubject
}

const schemaFaultsOf = (bytes: Uint8Array, { schemaValidator }: MetadataContext) =>
  schemaValidator?.validate(bytes, 'metadata')

function open(
  bytes: Uint8Array,
  frame: Frame,
  context: MetadataContext,
  schemaFaults: readonly SchemaFault[] | undefined,
): OpenedPiece {
  const opened = openXml(bytes, metadataLimits)
  if (opened.kind === 'refused') return { judged: [['xml.document', opened.fault]] }
  const { document } = opened
  const { root } = document
  if (root.namespace !== MD || root.local !== 'EntityDescriptor')
    return { judged: [['metadata.document', judgeDocumentKind(root, [])]] }
  const around = frame.validity.map(({ validUntil, cacheDuration }) => ({ element: root, validUntil, cacheDuration }))
  const subject = subjectOf(readEntity(root, [...around, readValidity(root)]), context)
  const judged: Judged[] = [
    ['metadata.schema', judgeMetadataSchema(document, schemaFaults)],
    ...judgeEntity(subject, () => collectIdentifiers(document), true),
  ]
  return { judged, subject }
}

/**
 * Declares on the entity what was declared around it, in its first line, so that it can be read, checked against the schema and
 * canonicalised alone.
 * @param slot whose memory it is written to, until the next one that is
 */
export function withNamespaces(bytes: Uint8Array, { namespaces }: Frame, slot = 0): Uint8Array {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tag = whole.toString('utf8', 0, whole.indexOf('>') + 1)
  const missing = namespaces.filter(({ prefix }) => !declares(tag, prefix)).map(declaration)
  const at = Buffer.byteLength(/^<[^\s/>]+/.exec(tag)?.[0] ?? '')
  const declarations = missing.join('')
  const added = Buffer.byteLength(declarations)
  const scratch = scratchFor(slot, whole.length + added)
  whole.copy(scratch, 0, 0, at)
  scratch.write(declarations, at)
  whole.copy(scratch, at + added, at)
  return scratch.subarray(0, whole.length + added)
}

/** Used again for every batch: memory made anew for each piece would pile up faster than it is collected. */
const scratches: Buffer[] = []
/** Of an entity that is larger than they ever are, the memory is let go. */
const MOST_KEPT = 262_144

function scratchFor(slot: number, length: number): Buffer {
  const known = scratches[slot]
  if (known !== undefined && known.length >= length) return known
  const made = Buffer.allocUnsafe(Math.ceil(length * 1.5))
  if (length <= MOST_KEPT) scratches[slot] = made
  return made
}

const declares = (tag: string, prefix: string) => {
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`
  return tag.includes(name) && new RegExp(`\\s${name.replaceAll('.', '\\.')}\\s*=`).test(tag)
}

const declaration = ({ prefix, uri }: NamespaceDeclaration) =>
  ` xmlns${prefix === '' ? '' : `:${prefix}`}="${uri.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"`

/** Lines count from the start of the aggregate. */
const moved = (finding: Finding, { line }: EntityPiece): Finding =>
  finding.location === undefined
    ? finding
    : { ...finding, location: { ...finding.location, line: finding.location.line + line - 1 } }
