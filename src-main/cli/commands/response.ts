import { type Command, Option } from 'commander'
import { DEFAULT_CLOCK_SKEW_SECONDS, MAXIMUM_CLOCK_SKEW_SECONDS } from '#shared/model/clock-skew.ts'
import { parseInstant } from '../options/instant.ts'
import { repeated } from '../options/repeated.ts'
import { seconds } from '../options/whole-number.ts'
import type { Run } from '../process/run.ts'
import type { ResponseOptions } from '../response/response-options.ts'
import { formatOption, policyOption, verboseOption } from './shared-options.ts'

const YEAR_SECONDS = 366 * 24 * 3600

/** `claimcheck response`: is this response genuine, current and meant for us? */
export function declareResponse(program: Command, run: Run): void {
  program
    .command('response')
    .summary('judge SAML responses')
    .description(
      'Judges SAML responses: XML, Base64, URL-encoded, deflated, a form body or an address. "-" reads standard input.\nWhat is not given is not judged: its finding is "not-verified".',
    )
    .argument('<file...>', 'files, or - for standard input')
    .addOption(
      new Option('--idp-metadata <file>', 'metadata of the identity provider, trusted; may be repeated').argParser(
        repeated,
      ),
    )
    .addOption(
      new Option(
        '--idp-cert <file>',
        'certificates of the identity provider in PEM, trusted; may be repeated',
      ).argParser(repeated),
    )
    .option('--idp-entity-id <uri>', 'who must have issued it; chooses from metadata of several')
    .option('--sp-entity-id <uri>', 'the audience: entity ID of the application')
    .option('--acs-url <url>', 'the URL it must have been sent to')
    .option('--request-id <id>', 'ID of the request it must answer')
    .addOption(new Option('--idp-initiated', 'it must answer no request').conflicts('requestId'))
    .addOption(
      new Option('--sp-key <file>', 'private keys in PEM that open encrypted assertions; may be repeated').argParser(
        repeated,
      ),
    )
    .option('--passphrase-file <file>', 'the passphrase of those keys, in its first line')
    .addOption(new Option('--at <time>', 'judge as of this moment (RFC 3339)').argParser(parseInstant))
    .addOption(
      new Option('--clock-skew <seconds>', 'by how much clocks may differ')
        .argParser(seconds('--clock-skew', MAXIMUM_CLOCK_SKEW_SECONDS))
        .default(DEFAULT_CLOCK_SKEW_SECONDS),
    )
    .addOption(
      new Option('--max-age <seconds>', 'how long ago the user may have signed in').argParser(
        seconds('--max-age', YEAR_SECONDS),
      ),
    )
    .addOption(
      new Option('--require-signed <what>', 'what must be signed')
        .choices(['response', 'assertion', 'either', 'both'])
        .default('either'),
    )
    .option(
      '--claims <file>',
      'JSON: for email, givenName, familyName, groups the attribute names; those listed are required',
    )
    .addOption(
      new Option('--email-domain <domain>', 'domains the e-mail address may have; may be repeated').argParser(repeated),
    )
    .addOption(policyOption('; strict also consults the schemas'))
    .addOption(formatOption())
    .addOption(verboseOption())
    .action((files: string[], options: ResponseOptions) =>
      run(async (console) => {
        const { runResponse } = await import('../response/run-response.ts')
        return runResponse(files, options, console)
      }),
    )
}
