import { z } from 'zod'
import { AggregateJudgement, AggregateProgress } from '../model/aggregate.ts'
import { Connection } from '../model/connection.ts'
import { Finding } from '../model/finding.ts'
import { IdentityProviderSource, SingleSignOnBinding } from '../model/identity-provider.ts'
import { ConnectionId } from '../model/ids.ts'
import { call, event, fileCall, Nothing } from './declare.ts'

const For = z.object({ connectionId: ConnectionId })

/** More than this is not one identity provider's. */
export const MAXIMUM_DOCUMENT_BYTES = 10 * 1024 * 1024
/** Of a whole federation, listed beside the window: pasted, or without a file that could be read where it is. */
export const MAXIMUM_AGGREGATE_BYTES = 64 * 1024 * 1024
export const MAXIMUM_FETCHED_AGGREGATE_BYTES = 160 * 1024 * 1024
/** Read piece by piece where it is: a limit of patience, not of memory. */
export const MAXIMUM_AGGREGATE_FILE_BYTES = 512 * 1024 * 1024

/** Ways to load the identity provider's side. Each judges what it got; a problem leaves the connection as it was. */
export const identityProviderIpc = {
  loadUrl: call(For.extend({ url: z.string() }), Connection),
  loadDocument: call(
    For.extend({ source: z.enum(['file', 'paste']), name: z.string(), bytes: z.instanceof(Uint8Array) }),
    Connection,
  ),
  /** Lists an aggregate beside the window; it stays at hand until one entity is loaded or it is closed. */
  openAggregate: call(
    z.union([z.object({ url: z.string() }), z.object({ bytes: z.instanceof(Uint8Array) })]),
    AggregateJudgement,
  ),
  /** The same of a file, which never comes into the window. */
  openAggregateFile: fileCall(AggregateJudgement),
  /** Its signature by the certificates of whoever publishes it: PEM with or without armour. */
  verifyAggregate: call(z.object({ certificates: z.string() }), z.array(Finding)),
  aggregateProgress: event(AggregateProgress),
  /** Also ends the reading of one: `openAggregate` is refused with `aggregate.stopped`. */
  closeAggregate: call(Nothing, Nothing),
  loadFromAggregate: call(For.extend({ source: IdentityProviderSource, offset: z.int().min(0) }), Connection),
  enterByHand: call(
    For.extend({
      entityId: z.string(),
      ssoUrl: z.string(),
      binding: SingleSignOnBinding,
      /** PEM with or without armour, line ends and spaces as they come. */
      certificate: z.string(),
      signOutUrl: z.string(),
    }),
    Connection,
  ),
}
