import { type Command, Option } from 'commander'
import { DEFAULT_CLOCK_SKEW_SECONDS, MAXIMUM_CLOCK_SKEW_SECONDS } from '#shared/model/clock-skew.ts'
import { parseInstant } from '../options/instant.ts'
import { repeated } from '../options/repeated.ts'
import { seconds } from '../options/whole-number.ts'
import { formatOption, policyOption, verboseOption } from './shared-options.ts'

const YEAR_SECONDS = 366 * 24 * 3600

/** What `response` and `logout` are judged by. One option may mean something of its own to each. */
interface Meanings {
  readonly acsUrl: string
  readonly requestId: string
  readonly idpInitiated: string
  readonly spKey: string
  readonly policy: string
  /** Stands behind the words of options that are read but judge nothing here. */
  readonly unused: string
}

export const timeOptions = () => [
  new Option('--at <time>', 'judge as of this moment (RFC 3339)').argParser(parseInstant),
  new Option('--clock-skew <seconds>', 'by how much clocks may differ')
    .argParser(seconds('--clock-skew', MAXIMUM_CLOCK_SKEW_SECONDS))
    .default(DEFAULT_CLOCK_SKEW_SECONDS),
]

export function addMessageOptions(command: Command, { unused, ...means }: Meanings): Command {
  const several = (flags: string, says: string) => new Option(flags, `${says}; may be repeated`).argParser(repeated)
  const options = [
    several('--idp-metadata <file>', 'metadata of the identity provider, trusted'),
    several('--idp-cert <file>', 'certificates of the identity provider in PEM, trusted'),
    several('--retired-idp-cert <file>', `certificates of the identity provider that are trusted no longer${unused}`),
    new Option('--idp-entity-id <uri>', 'who must have issued it; chooses from metadata of several'),
    new Option('--sp-entity-id <uri>', `the audience: entity ID of the application${unused}`),
    new Option('--acs-url <url>', means.acsUrl),
    new Option('--request-id <id>', means.requestId),
    new Option('--idp-initiated', means.idpInitiated).conflicts('requestId'),
    several('--sp-key <file>', means.spKey),
    several('--retired-sp-cert <file>', `certificates of the application that were replaced${unused}`),
    new Option('--passphrase-file <file>', 'the passphrase of those keys, in its first line'),
    ...timeOptions(),
    new Option('--max-age <seconds>', `how long ago the user may have signed in${unused}`).argParser(
      seconds('--max-age', YEAR_SECONDS),
    ),
    new Option('--require-signed <what>', `what must be signed${unused}`)
      .choices(['response', 'assertion', 'either', 'both'])
      .default('either'),
    new Option('--require-encryption', `the assertion must be encrypted${unused}`),
    new Option(
      '--claims <file>',
      `JSON: for email, givenName, familyName, groups the attribute names; those listed are required${unused}`,
    ),
    several('--email-domain <domain>', `domains the e-mail address may have${unused}`),
    policyOption(means.policy),
    new Option('--second-witness', `ask a second implementation about each signature, as strict does${unused}`),
    formatOption(),
    verboseOption(),
  ]
  for (const option of options) command.addOption(option)
  return command
}
