import { existsSync } from 'node:fs'
import { judgeSignatureOver } from '#main/checks/aggregate/judge-signature-over.ts'
import { takeEntity } from '#main/checks/aggregate/take-entity.ts'
import { startEntityWorker } from '#main/checks/aggregate/worker/start-entity-worker.ts'
import { makeFindings } from '#main/checks/finding/judged.ts'
import { judgeAggregate } from '#main/checks/judge-aggregate.ts'
import type { MetadataContext } from '#main/checks/metadata/entity-context.ts'
import { loadSchemaValidator } from '#main/saml/schema/load-schema-validator.ts'
import { signatureFindings } from '#shared/findings/signature-standing.ts'
import type { AggregateJudgement, AggregateProgress } from '#shared/model/aggregate.ts'
import type { Finding } from '#shared/model/finding.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { readGivenCertificates } from '../identity-provider/certificate-problem.ts'
import type { TakenEntity } from '../processes/contracts.ts'
import { type AggregateChunks, type AggregateOrigin, openOrigin } from './aggregate-origin.ts'

/** One aggregate, listed and judged; its entities are taken out one by one. */
export class HeldAggregate {
  readonly #chunks: AggregateChunks
  readonly judgement: AggregateJudgement
  #signature: readonly Finding[]

  private constructor(chunks: AggregateChunks, judgement: AggregateJudgement) {
    this.#chunks = chunks
    this.judgement = judgement
    this.#signature = signatureFindings(judgement.findings)
  }

  /**
   * @param entityWorker the built program of a second thread; where there is none, one thread judges everything
   * @throws {InputRefused}
   */
  static async open(
    origin: AggregateOrigin,
    now: Date,
    entityWorker: URL,
    onProgress: (progress: AggregateProgress) => void,
  ): Promise<HeldAggregate> {
    const chunks = await openOrigin(origin)
    const context = { ...contextAt(now), schemaValidator: await loadSchemaValidator() }
    const helper = existsSync(entityWorker) ? startEntityWorker(entityWorker, context) : undefined
    try {
      const judgement = await judgeAggregate(chunks(), context, { helper, onProgress, again: chunks })
      if (judgement.entities.length === 0) throw noEntity(judgement)
      return new HeldAggregate(chunks, judgement)
    } finally {
      await helper?.stop()
    }
  }

  /** Whether its publisher signed it. @param text certificates in PEM @throws {InputRefused} */
  async verify(text: string, now: Date): Promise<readonly Finding[]> {
    const context = { ...contextAt(now), trustedCertificates: readGivenCertificates(text) }
    const judged = await judgeSignatureOver(this.#chunks(), context)
    this.#signature = makeFindings(judged, { mode: context.mode, required: new Set() })
    return this.#signature
  }

  /** @param offset as its listing says @throws {InputRefused} */
  async take(offset: number): Promise<TakenEntity> {
    const taken = await takeEntity(this.#chunks(), offset)
    if (taken === undefined) throw new InputRefused('aggregate.gone')
    return { bytes: taken.bytes, around: [...taken.validity], signature: [...this.#signature] }
  }
}

/** There is nothing to choose from: the judge has said what it is instead. */
function noEntity({ findings }: AggregateJudgement): InputRefused {
  const fault = findings.find(({ severity }) => severity === 'error')
  if (fault?.code === 'metadata.document.web-page') return new InputRefused('metadata.html')
  if (fault?.code === 'xml.too-large') return new InputRefused('metadata.too-large')
  if (fault?.code.startsWith('xml.')) return new InputRefused('metadata.not-xml', null, { detail: fault.detail })
  return new InputRefused('metadata.not-metadata')
}

const contextAt = (now: Date): MetadataContext => ({ now, mode: 'interop', role: undefined })
