import { createHash, type KeyObject } from 'node:crypto'
import type { ResponseJudgement } from '#shared/model/judgement.ts'
import type { ReceiptBody } from '#shared/model/receipt.ts'
import { receiptKeyId } from './receipt-key-id.ts'

export interface TestedLogin {
  /** From `configurationSha256`. */
  readonly configurationSha256: string
  readonly judgement: Pick<ResponseJudgement, 'verdict' | 'findings'>
  /** What was handed to the judge, byte for byte; a string counts as UTF-8. */
  readonly message: string | Uint8Array
  readonly testedAt: Date
}

/** What a receipt says of one judged test login. @param key the key that will sign it */
export function receiptBody(tested: TestedLogin, key: KeyObject): ReceiptBody {
  const { configurationSha256, judgement, message, testedAt } = tested
  return {
    configurationSha256,
    verdict: judgement.verdict,
    codes: [...new Set(judgement.findings.filter(({ severity }) => severity !== 'passed').map(({ code }) => code))],
    messageSha256: createHash('sha256').update(message).digest('hex'),
    testedAt: testedAt.toISOString(),
    keyId: receiptKeyId(key),
  }
}
