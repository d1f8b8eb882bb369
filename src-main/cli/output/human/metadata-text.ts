import { metadataVerdictWords } from '#shared/findings/verdict-words.ts'
import type { CertificateSummary } from '#shared/model/certificate.ts'
import type { Endpoint, MetadataEntity, MetadataJudgement } from '#shared/model/judgement.ts'
import { findingsLines } from './findings-lines.ts'
import { indent, labelled } from './lines.ts'
import type { Paint } from './paint.ts'
import { summaryLine } from './summary-line.ts'
import { verdictLines } from './verdict-lines.ts'

export interface JudgedMetadata {
  readonly file: string
  readonly judgement: MetadataJudgement
}

/** Entities of an aggregate that are shown one by one. */
const SHOWN = 3

/** A picture of each judgement for someone at a terminal. */
export function metadataText(judged: readonly JudgedMetadata[], paint: Paint, verbose: boolean): string {
  const pictures = judged.map(({ file, judgement }) => metadataLines(file, judgement, paint, verbose).join('\n'))
  const words = judged.map(({ judgement }) => metadataVerdictWords[judgement.verdict].word)
  return `${[...pictures, ...summaryLine(words)].join('\n\n')}\n`
}

function metadataLines(file: string, judgement: MetadataJudgement, paint: Paint, verbose: boolean): string[] {
  const { verdict, entities, findings } = judgement
  const shown = verbose ? entities : entities.slice(0, SHOWN)
  const more = entities.length - shown.length
  return [
    ...verdictLines(metadataVerdictWords[verdict], verdict === 'valid' ? 'passed' : 'error', file, paint),
    ...shown.flatMap((entity) => ['', ...indent(2, entityLines(entity, paint.width - 2))]),
    ...(more === 0 ? [] : ['', `  and ${more} more entities ${paint.dim('(--verbose lists them)')}`]),
    ...findingsLines(findings, paint, verbose),
  ]
}

const roleWords = { idp: 'identity provider', sp: 'service provider' } as const

function entityLines(entity: MetadataEntity, width: number): string[] {
  const facts: readonly (readonly [string, readonly string[]])[] = [
    ['Entity', [entity.entityId]],
    ['Role', [entity.roles.map((role) => roleWords[role]).join(' and ')]],
    ['Valid', entity.validUntil === null ? [] : [`until ${entity.validUntil}`]],
    ['Sign-in', entity.singleSignOnServices.map(endpoint)],
    ['Sign-out', entity.singleLogoutServices.map(endpoint)],
    ['ACS', entity.assertionConsumerServices.map(endpoint)],
    ['Signing', entity.signingCertificates.map(certificate)],
    ['Encrypt', entity.encryptionCertificates.map(certificate)],
  ]
  return facts.flatMap(([label, values]) =>
    values.flatMap((value, index) => (value === '' ? [] : labelled(index === 0 ? label : '', value, width))),
  )
}

const endpoint = ({ binding, location }: Endpoint) => `${location} (${binding.slice(binding.lastIndexOf(':') + 1)})`

const certificate = ({ name, sha256, notAfter, keyType, keyBits }: CertificateSummary) =>
  `${name} …${sha256.slice(-8)}, ${keyType.toUpperCase()}${keyBits === null ? '' : ` ${keyBits}`}, until ${notAfter.slice(0, 10)}`
