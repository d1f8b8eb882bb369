import { createPublicKey } from 'node:crypto'
import { verifyReceipt } from '#main/evidence/receipt/verify-receipt.ts'
import type { Receipt } from '#shared/model/receipt.ts'
import type { Tenant } from '../installation.ts'
import { Refused } from '../refusals/refused.ts'

/**
 * That this backend signed it, for exactly this configuration, of a login that was accepted.
 * @throws {Refused} `receipt.…`
 */
export function checkReceipt(
  receipt: Receipt,
  configurationSha256: string,
  { receiptKey }: Pick<Tenant, 'receiptKey'>,
): void {
  if (!verifyReceipt(receipt, createPublicKey(receiptKey))) throw new Refused('receipt.not-ours')
  if (receipt.configurationSha256 !== configurationSha256) throw new Refused('receipt.other-configuration')
  if (receipt.verdict !== 'accepted') throw new Refused('receipt.not-accepted')
}
