import type { Connection } from '#shared/model/connection.ts'
import type { Side, SideComparison, SideId } from '#shared/model/side-comparison.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { sideOf } from './runs.ts'

/** What main would find in the sample messages. */
export function comparisonOf(run: TestRun, connection: Connection): SideComparison {
  const { entityId, acsUrl } = sideOf(connection, run.target)
  const { entityId: issuer = '', singleSignOn } = connection.identityProvider ?? {}
  const url = singleSignOn?.url ?? ''
  const says = (expected: string) => (side: SideId, name: string, value: string | undefined) =>
    value === undefined ? absent(side, 'nothing-there') : present(side, name, value, value === expected)
  const inResponse = (pattern: RegExp) => run.message?.xml?.match(pattern)?.[1]
  const rows: readonly (readonly [SideComparison[number]['id'], string, (say: ReturnType<typeof says>) => Side[]])[] = [
    [
      'issuer',
      issuer,
      (say) => [
        say('configuration', 'Entity ID', issuer),
        say('metadata', 'entityID', issuer),
        absent('request', 'not-its-part'),
        say('response', 'Issuer of the response', inResponse(/<saml:Issuer>([^<]*)/)),
      ],
    ],
    [
      'entity-id',
      entityId,
      (say) => [
        say('configuration', 'Entity ID', entityId),
        say('metadata', 'entityID', entityId),
        say('request', 'Issuer', entityId),
        say('response', 'Audience', inResponse(/<saml:Audience>([^<]*)/)),
      ],
    ],
    [
      'acs-url',
      acsUrl,
      (say) => [
        say('configuration', 'ACS URL', acsUrl),
        say('metadata', 'AssertionConsumerService, POST', acsUrl),
        say('request', 'AssertionConsumerServiceURL', acsUrl),
        say('response', 'Recipient', inResponse(/Recipient="([^"]*)/)),
      ],
    ],
    [
      'sign-in-url',
      url,
      (say) => [
        say('configuration', 'Sign-in URL', url),
        say('metadata', 'SingleSignOnService, Redirect', url),
        say('request', 'Destination', url),
        absent('response', 'not-its-part'),
      ],
    ],
  ]
  return rows.map(([id, expected, sides]) => ({ id, expected, sides: sides(says(expected)) }))
}

const present = (side: SideId, name: string, value: string, agrees: boolean): Side => ({
  side,
  values: [{ name, value, agrees }],
  agrees,
  absence: null,
})

const absent = (side: SideId, absence: NonNullable<Side['absence']>): Side => ({
  side,
  values: [],
  agrees: null,
  absence,
})
