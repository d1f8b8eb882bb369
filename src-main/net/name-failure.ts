import { FetchRefused } from './fetch-refused.ts'

/** Verification results of OpenSSL and BoringSSL as Node names them, and failures of the handshake itself. */
const TLS_CODES =
  /^(?:CERT_|CRL_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|INVALID_|HOSTNAME_|PATH_LENGTH_|ERROR_IN_CERT_|EPROTO)/
const TIMEOUT_CODES = /^(?:ETIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT)$/
const RESOLVER_CODES = /^(?:ENOTFOUND|EAI_\w+)$/

/** What a failed request failed of. */
export function nameFailure(error: unknown, url: URL): FetchRefused {
  const known = causes(error).find((cause) => cause instanceof FetchRefused)
  if (known !== undefined) return known
  const code =
    causes(error)
      .map(codeOf)
      .find((candidate) => candidate !== undefined) ?? 'unknown'
  const refuse = (...[reason, detail]: ConstructorParameters<typeof FetchRefused>) =>
    new FetchRefused(reason, detail, { cause: error })
  if (RESOLVER_CODES.test(code)) return refuse('unresolvable', url.hostname)
  if (code === 'ECONNREFUSED') return refuse('connection-refused', url.host)
  if (TIMEOUT_CODES.test(code)) return refuse('timeout', url.host)
  return refuse(TLS_CODES.test(code) ? 'tls' : 'network', code)
}

/** The error and what it wraps: undici wraps, and a host with several addresses fails with several errors. */
function causes(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [error]
  const inside = error instanceof AggregateError ? error.errors : []
  return [error, ...inside.flatMap(causes), ...(error.cause === undefined ? [] : causes(error.cause))]
}

function codeOf(error: unknown): string | undefined {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error
  return hasCode && typeof error.code === 'string' ? error.code : undefined
}
