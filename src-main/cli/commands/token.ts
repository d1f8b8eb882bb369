import { type Command, Option } from 'commander'
import { repeated } from '../options/repeated.ts'
import { seconds } from '../options/whole-number.ts'
import type { Run } from '../process/run.ts'
import type { TokenOptions } from '../token/token-options.ts'
import { timeOptions } from './message-options.ts'
import { formatOption, policyOption, verboseOption } from './shared-options.ts'

const YEAR_SECONDS = 366 * 24 * 3600

/** `claimcheck token`: is this ID Token genuine, current and meant for us? */
export function declareToken(program: Command, run: Run): void {
  const several = (flags: string, says: string) => new Option(flags, `${says}; may be repeated`).argParser(repeated)
  const command = program
    .command('token')
    .summary('judge OpenID Connect ID Tokens')
    .description(
      'Judges ID Tokens: as they are, behind "Bearer", in a token response (JSON), a form body or an address. "-" reads standard input.\nWhat is not given is not judged: its finding is "not-verified". The network is used for --discovery with an address only.',
    )
    .argument('<file...>', 'files, folders, patterns such as "*.jwt", or - for standard input')
  const options = [
    new Option('--jwks <file>', 'key set of the provider (jwks_uri), trusted'),
    new Option(
      '--discovery <file|url>',
      'discovery document of the provider, trusted; an address also brings its keys',
    ),
    new Option('--issuer <uri>', 'who must have issued it'),
    several('--tenant <id>', 'tenants that may sign in (tid of Microsoft, hd of Google)'),
    new Option('--client-id <id>', 'the audience: client ID of the application'),
    new Option(
      '--client-secret-file <file>',
      'the client secret, in its first line, for tokens signed with it (HS256)',
    ),
    new Option('--nonce <nonce>', 'the nonce of the request it must answer'),
    new Option('--access-token <file>', 'the access token that came with it (at_hash)'),
    new Option('--code <code>', 'the authorization code that came with it (c_hash)'),
    new Option('--user-info <file>', 'the answer of the UserInfo endpoint'),
    several('--key <file>', 'private keys in PEM that open encrypted tokens'),
    new Option('--passphrase-file <file>', 'the passphrase of those keys, in its first line'),
    ...timeOptions(),
    new Option('--max-age <seconds>', 'how long ago the user may have signed in').argParser(
      seconds('--max-age', YEAR_SECONDS),
    ),
    several('--acr-value <class>', 'how the user must have signed in; one of several will do'),
    new Option(
      '--claims <file>',
      'JSON: for email, givenName, familyName, groups the claim names; those listed are required',
    ),
    several('--email-domain <domain>', 'domains the e-mail address may have'),
    policyOption(),
    formatOption(),
    verboseOption(),
  ]
  for (const option of options) command.addOption(option)
  command.action((files: string[], given: TokenOptions) =>
    run(async (console) => {
      const { runToken } = await import('../token/run-token.ts')
      return runToken(files, given, console)
    }),
  )
}
