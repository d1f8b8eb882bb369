import type { AdminContext } from '../admin-context.ts'
import { pageOf } from '../lists/page-of.ts'
import { Refused } from '../refusals/refused.ts'
import type { StoredAuditEvent } from '../storage/stores/audit-events.ts'
import { emptyChain, verifyAuditChain } from './verify-audit-chain.ts'

interface Asked {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly action?: string | undefined
  readonly subject?: string | undefined
}

/** The newest first. @throws {Refused} `request.cursor` */
export async function listAuditEvents({ tenant }: AdminContext, asked: Asked) {
  const { audit } = tenant.stores
  const filter = { action: asked.action, subject: asked.subject }
  const { rows, next } = await pageOf(
    asked,
    ({ after, limit }) => audit.page({ before: after && sequenceOf(after[0]), limit, ...filter }),
    ({ sequence }: StoredAuditEvent) => [String(sequence), ''],
  )
  return { events: rows, total: await audit.count(filter), ...next }
}

function sequenceOf(text: string): number {
  const sequence = Number(text)
  if (!Number.isSafeInteger(sequence)) throw new Refused('request.cursor', { field: 'cursor' })
  return sequence
}

const BATCH = 1_000

async function* inOrder({ tenant }: AdminContext): AsyncGenerator<StoredAuditEvent[]> {
  let after = 0
  for (;;) {
    const events = await tenant.stores.audit.list(after, BATCH)
    if (events.length > 0) yield events
    if (events.length < BATCH) return
    after = events.at(-1)?.sequence ?? after
  }
}

export async function verifyAudit(context: AdminContext) {
  let chain = emptyChain
  for await (const events of inOrder(context)) chain = verifyAuditChain(events, chain)
  return chain
}

/** One JSON object a line, as it is hashed, with its hash. */
export async function exportAudit(context: AdminContext): Promise<string> {
  const lines: string[] = []
  for await (const events of inOrder(context)) lines.push(...events.map((event) => JSON.stringify(event)))
  return lines.map((line) => `${line}\n`).join('')
}
