import type { Location } from '#shared/model/finding.ts'
import type { JsonDocument } from './json-document.ts'
import type { Json } from './parse-json.ts'

/** What a token or UserInfo says. A claim that is null was not made (OpenID Connect Core §5.3.2). */
export interface Claims {
  readonly document: JsonDocument
  value(name: string): Json | undefined
  /** Where the claim stands; the whole document where it does not. */
  at(name: string): { place(): Location }
}

export function readClaims(document: JsonDocument): Claims {
  return {
    document,
    value: (name) => document.object[name] ?? undefined,
    at: (name) => ({
      place: () => document.place(document.object[name] === undefined ? '' : pointerTo(name)),
    }),
  }
}

const pointerTo = (name: string) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
