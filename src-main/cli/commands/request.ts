import { type Command, Option } from 'commander'
import { repeated } from '../options/repeated.ts'
import type { Run } from '../process/run.ts'
import type { RequestOptions } from '../request/request-options.ts'
import { timeOptions } from './message-options.ts'
import { formatOption, policyOption, verboseOption } from './shared-options.ts'

/** `claimcheck request`: will the identity provider answer this sign-in request? */
export function declareRequest(program: Command, run: Run): void {
  const command = program
    .command('request')
    .summary('judge SAML sign-in requests')
    .description(
      'Judges AuthnRequest as the identity provider will: XML, Base64, a form body, or the whole address or query of the Redirect binding, whose signature is judged too. "-" reads standard input.',
    )
    .argument('<file...>', 'files, folders, patterns such as "*.xml", or - for standard input')
    .option('--sp-metadata <file>', 'metadata of the application, trusted')
    .addOption(
      new Option('--sp-cert <file>', 'certificates of the application in PEM, trusted; may be repeated').argParser(
        repeated,
      ),
    )
    .option('--idp-metadata <file>', 'metadata of the identity provider')
    .option('--idp-entity-id <uri>', 'chooses from metadata of several')
    .option('--acs-url <url>', 'the only ACS URL it may name; else those in the metadata')
  for (const option of [...timeOptions(), policyOption(), formatOption(), verboseOption()]) command.addOption(option)
  command.action((files: string[], options: RequestOptions) =>
    run(async (console) => {
      const { runRequest } = await import('../request/run-request.ts')
      return runRequest(files, options, console)
    }),
  )
}
