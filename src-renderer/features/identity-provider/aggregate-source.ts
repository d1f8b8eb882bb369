import type { IdentityProviderSource } from '#shared/model/identity-provider.ts'
import type { Problem } from '#shared/model/problem.ts'

/** Metadata that turned out to describe many, or is larger than that of one can be. */
export interface AggregateSource {
  readonly source: IdentityProviderSource
  readonly input: { readonly url: string } | { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly file: File }
  readonly name: string
  /** Bytes; null where they are yet to be fetched. */
  readonly size: number | null
}

/** Problems of an address that holds the metadata of many, or more than that of one ever is. */
const manyCodes: readonly string[] = ['metadata.aggregate', 'fetch.too-large']

export const holdsMany = ({ code }: Problem): boolean => manyCodes.includes(code)

export const aggregateAt = (url: string): AggregateSource => ({
  source: { kind: 'url', url },
  input: { url },
  name: url,
  size: null,
})

export const aggregateIn = (bytes: Uint8Array<ArrayBuffer>, name: string | null): AggregateSource => ({
  source: name === null ? { kind: 'paste' } : { kind: 'file', name },
  input: { bytes },
  name: name ?? 'what was pasted',
  size: bytes.length,
})

/** Too large to be brought into the window: it is read where it is. */
export const aggregateFile = (file: File): AggregateSource => ({
  source: { kind: 'file', name: file.name },
  input: { file },
  name: file.name,
  size: file.size,
})
