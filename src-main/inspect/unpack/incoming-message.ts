import type { IncomingMessage } from '#main/checks/message/open-incoming.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { redirectQuery } from './redirect-query.ts'
import { unpackMessage, type Wrapping } from './unpack-message.ts'

export interface FoundMessage {
  readonly incoming: IncomingMessage
  /** Outermost first. */
  readonly wrappings: readonly Wrapping[]
}

/** More than any address that a browser sends. */
const LONGEST_ADDRESS = messageLimits.size * 2

/**
 * The message in what was copied, as its judge wants it: with the whole query where it is deflated in one (HTTP-Redirect
 * binding), so that the signature in the address is judged; else its XML.
 */
export function incomingMessage(input: Uint8Array): FoundMessage {
  const { bytes, wrappings } = unpackMessage(input, messageLimits.size)
  const query =
    input.length <= LONGEST_ADDRESS ? redirectQuery(Buffer.from(input).toString('latin1').trim()) : undefined
  const travelledInAddress = wrappings[0] === 'form' ? wrappings.includes('deflated') : wrappings.length === 0
  if (query !== undefined && travelledInAddress) return { incoming: { kind: 'redirect', query }, wrappings }
  return { incoming: { kind: 'xml', xml: bytes }, wrappings }
}
