import type { ComparedId, Side, SideId } from '../model/side-comparison.ts'

interface ComparedWords {
  readonly label: string
  /** The same thing in the other party's words. */
  readonly alias: string
}

export const comparedWords: Readonly<Record<ComparedId, ComparedWords>> = {
  issuer: { label: 'Issuer', alias: 'Entity ID of the identity provider' },
  'entity-id': { label: 'SP entity ID', alias: 'Issuer of the request, audience of the response' },
  'acs-url': { label: 'ACS URL', alias: 'Destination and recipient of the response' },
  'sign-in-url': { label: 'Sign-in URL', alias: 'Destination of the request' },
}

export const sideWords: Readonly<Record<SideId, string>> = {
  configuration: 'Configuration',
  metadata: 'Metadata',
  request: 'Request',
  response: 'Response',
}

/** Why a side shows no value. */
export const absenceWords: Readonly<Record<NonNullable<Side['absence']>, string>> = {
  'not-its-part': 'Does not carry it',
  'not-said': 'Says nothing about it',
  'nothing-there': 'There is none',
  unreadable: 'Cannot be read',
  sealed: 'Encrypted, and not opened',
}
