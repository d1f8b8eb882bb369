import type { KeyObject } from 'node:crypto'
import type { ComparedId, Side, SideComparison, SideId, SideValue } from '#shared/model/side-comparison.ts'
import { type MetadataSays, readMetadataSide } from './metadata-side.ts'
import { type RequestSays, readRequestSide } from './request-side.ts'
import { type ResponseSays, readResponseSide } from './response-side.ts'
import { type Read, type Said, unread } from './said.ts'

export interface ComparedSides {
  readonly configuration: Readonly<Record<ComparedId, string>>
  /** As received and as handed out; null where there is none. */
  readonly identityProviderMetadata: string | null
  readonly serviceProviderMetadata: string | null
  readonly request: string | null
  readonly response: string | null
  /** Private keys for encrypted assertions. */
  readonly decryptionKeys: readonly KeyObject[]
}

/**
 * Puts what the four say about the same thing beside each other. Equal means equal character by character, as SAML compares
 * (Core §8.3.6, §1.3.2). Nothing here is trusted, and nothing is judged. Never throws for bad input.
 */
export function compareSides(given: ComparedSides): SideComparison {
  const { configuration } = given
  const identityProvider = readMetadataSide(given.identityProviderMetadata)
  const serviceProvider = readMetadataSide(given.serviceProviderMetadata)
  const request = readRequestSide(given.request)
  const response = readResponseSide(given.response, given.decryptionKeys)
  const row = (id: ComparedId, sides: readonly Side[]) => ({
    id,
    expected: configuration[id],
    sides: [own(ownNames[id], configuration[id]), ...sides],
  })
  const say = sayer(configuration)
  return [
    row('issuer', [
      say('issuer', 'metadata', identityProvider, ({ entityId }: MetadataSays) => entityId),
      none('request'),
      say('issuer', 'response', response, ({ issuers }: ResponseSays) => issuers),
    ]),
    row('entity-id', [
      say('entity-id', 'metadata', serviceProvider, ({ entityId }: MetadataSays) => entityId),
      say('entity-id', 'request', request, ({ issuer }: RequestSays) => issuer),
      say('entity-id', 'response', response, ({ audiences }: ResponseSays) => audiences, 'one'),
    ]),
    row('acs-url', [
      say('acs-url', 'metadata', serviceProvider, ({ acsUrls }: MetadataSays) => acsUrls, 'one'),
      say('acs-url', 'request', request, ({ acsUrl }: RequestSays) => acsUrl),
      say('acs-url', 'response', response, ({ addresses }: ResponseSays) => addresses),
    ]),
    row('sign-in-url', [
      say('sign-in-url', 'metadata', identityProvider, ({ signInUrls }: MetadataSays) => signInUrls, 'one'),
      say('sign-in-url', 'request', request, ({ destination }: RequestSays) => destination),
      none('response'),
    ]),
  ]
}

const ownNames: Readonly<Record<ComparedId, string>> = {
  issuer: 'Entity ID',
  'entity-id': 'Entity ID',
  'acs-url': 'ACS URL',
  'sign-in-url': 'Sign-in URL',
}

const own = (name: string, value: string): Side => ({
  side: 'configuration',
  values: [{ name, value, agrees: true }],
  agrees: true,
  absence: null,
})

const none = (side: SideId): Side => ({ side, values: [], agrees: null, absence: 'not-its-part' })

/** @returns one side's part of a row; `one`: of several values one that agrees is enough */
const sayer =
  (configuration: ComparedSides['configuration']) =>
  <Says>(
    id: ComparedId,
    side: SideId,
    read: Read<Says>,
    pick: (says: Says) => readonly Said[],
    needs: 'one' | 'all' = 'all',
  ): Side => {
    if (unread(read)) return { side, values: [], agrees: null, absence: read.absence }
    const said = pick(read.says)
    const values = said.flatMap(({ name, value }): SideValue[] =>
      value === 'sealed' ? [] : [{ name, value: value.text, agrees: value.text === configuration[id] }],
    )
    const sealed = said.some(({ value }) => value === 'sealed') ? 'sealed' : null
    if (values.length === 0) return { side, values, agrees: null, absence: sealed ?? 'not-said' }
    const agreeing = values.filter(({ agrees }) => agrees).length
    return { side, values, agrees: needs === 'one' ? agreeing > 0 : agreeing === values.length, absence: sealed }
  }
