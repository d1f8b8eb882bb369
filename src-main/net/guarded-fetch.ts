import { rootCertificates } from 'node:tls'
import { Agent, request } from 'undici'
import { type AddressPolicy, addressPolicies } from './address/address-policy.ts'
import { checkUrl } from './address/check-url.ts'
import { checkedLookup } from './address/checked-lookup.ts'
import { startDeadline } from './deadline.ts'
import type { Fetched, FetchLimits, FetchOptions, KeptConnections } from './fetch-options.ts'
import { nameFailure } from './name-failure.ts'
import { readBody } from './read-body.ts'
import { Redirects } from './redirects.ts'

/**
 * Fetches an address that a person typed in, within limits of time, size, redirects and network.
 * @throws {FetchRefused}
 */
export const guardedFetch = (url: string, options: FetchOptions): Promise<Fetched> =>
  fetchWithin(addressPolicies[options.addresses], url, options)

/** The same under a policy of one's own. */
export async function fetchWithin(policy: AddressPolicy, address: string, limits: FetchLimits): Promise<Fetched> {
  let url = checkUrl(address, policy)
  const redirects = new Redirects(policy, limits)
  const agent = limits.connections?.agent ?? new Agent({ connect: connection(policy, limits) })
  const deadline = startDeadline(limits.timeoutMs, limits.signal)
  try {
    for (;;) {
      const answer = await ask(agent, url, limits, redirects.headers, deadline.signal)
      const next = redirects.follow(url, answer)
      if (next === undefined) {
        const bytes = await readBody(answer.body, answer.headers, limits.maximumBytes)
        return { status: answer.status, headers: answer.headers, bytes, url: url.href }
      }
      answer.body.destroy()
      url = next
    }
  } catch (error) {
    throw deadline.refusal(url.host) ?? nameFailure(error, url)
  } finally {
    deadline.clear()
    if (limits.connections === undefined) void agent.destroy()
  }
}

/** Connections that stay open between requests under one policy: the machine at the other end was checked when each was opened. */
export function keepConnections(
  options: Pick<FetchOptions, 'addresses' | 'certificateAuthorities' | 'timeoutMs'>,
): KeptConnections {
  const agent = new Agent({ connect: connection(addressPolicies[options.addresses], options), connections: 8 })
  return { agent, close: () => agent.destroy() }
}

function connection(
  policy: AddressPolicy,
  { certificateAuthorities, timeoutMs }: Pick<FetchLimits, 'certificateAuthorities' | 'timeoutMs'>,
) {
  const ca = certificateAuthorities === undefined ? {} : { ca: [...rootCertificates, ...certificateAuthorities] }
  return { lookup: checkedLookup(policy), timeout: timeoutMs, ...ca }
}

async function ask(
  dispatcher: Agent,
  url: URL,
  { method = 'GET', body }: FetchLimits,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
) {
  const answer = await request(url, { dispatcher, method, headers, signal, body: body ?? null })
  // An abort in the middle of a body is heard by whoever reads it; nobody may be reading yet.
  answer.body.on('error', () => {})
  const flat = Object.entries(answer.headers).map(([name, value]) => [name, [value].flat().join(', ')])
  return { status: answer.statusCode, headers: Object.fromEntries(flat) as Record<string, string>, body: answer.body }
}
