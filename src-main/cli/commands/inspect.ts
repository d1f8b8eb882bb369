import { type Command, Option } from 'commander'
import type { InspectOptions } from '../inspect/inspect-options.ts'
import { parseInstant } from '../options/instant.ts'
import { repeated } from '../options/repeated.ts'
import type { Run } from '../process/run.ts'
import { formatOption, policyOption, verboseOption } from './shared-options.ts'

/** `claimcheck inspect`: what is it, decoded? */
export function declareInspect(program: Command, run: Run): void {
  program
    .command('inspect')
    .summary('recognise, decode and explain anything of a sign-in')
    .description(
      'Says what something is, takes off whatever it is wrapped in, and judges what has a judge: SAML messages, metadata, tokens,\ncertificates and keys, key sets, discovery documents, browser recordings (HAR), SAML-tracer exports, addresses and forms.\nAn address with a message in it is decoded; any other is fetched. Nothing else uses the network.\nExit code 0: recognised, and nothing in it is wrong as far as it can be judged.',
    )
    .argument('<file...>', 'files, folders, patterns such as "*.xml", addresses, or - for standard input')
    .addOption(
      new Option('--sp-key <file>', 'private keys in PEM that open what is encrypted; may be repeated').argParser(
        repeated,
      ),
    )
    .option('--passphrase-file <file>', 'the passphrase of those keys or of a PKCS #12 file, in its first line')
    .addOption(new Option('--at <time>', 'judge as of this moment (RFC 3339)').argParser(parseInstant))
    .addOption(policyOption())
    .addOption(formatOption())
    .addOption(verboseOption())
    .action((files: string[], options: InspectOptions) =>
      run(async (console) => {
        const { runInspect } = await import('../inspect/run-inspect.ts')
        return runInspect(files, options, console)
      }),
    )
}
