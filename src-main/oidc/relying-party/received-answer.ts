import type { Fetched } from '#main/net/fetch-options.ts'

export type ClientOpinion = { readonly kind: 'accepted' } | { readonly kind: 'refused'; readonly message: string }

/** An endpoint's answer as it came, to be judged. */
export interface ReceivedAnswer {
  readonly status: number
  readonly contentType: string | undefined
  readonly bytes: Uint8Array
}

export const answered = (fetched: Fetched | undefined): ReceivedAnswer | undefined =>
  fetched && { status: fetched.status, contentType: fetched.headers['content-type'], bytes: fetched.bytes }

/** The library's own words, with those of what caused it. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? error.cause : undefined
  return cause === undefined ? error.message : `${error.message}: ${cause.message}`
}
