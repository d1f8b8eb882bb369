import { type Command, Option } from 'commander'
import type { MetadataOptions } from '../metadata/run-metadata.ts'
import { parseInstant } from '../options/instant.ts'
import { repeated } from '../options/repeated.ts'
import type { Run } from '../process/run.ts'
import { formatOption, policyOption, verboseOption } from './shared-options.ts'

/** `claimcheck metadata`: can this metadata be used? */
export function declareMetadata(program: Command, run: Run): void {
  program
    .command('metadata')
    .summary('judge SAML metadata')
    .description(
      'Judges SAML metadata from files, standard input ("-") or addresses: of one entity, or of a whole federation as it is read. The network is used for addresses only.',
    )
    .argument('<source...>', 'files, folders, patterns such as "*.xml", addresses, or - for standard input')
    .addOption(new Option('--at <time>', 'judge as of this moment (RFC 3339)').argParser(parseInstant))
    .addOption(new Option('--role <role>', 'the role it must describe').choices(['idp', 'sp']))
    .addOption(
      new Option(
        '--trust <file>',
        'certificates of whoever publishes it, in PEM: its signature must verify with one; may be repeated',
      ).argParser(repeated),
    )
    .addOption(policyOption())
    .addOption(formatOption())
    .addOption(verboseOption())
    .action((sources: string[], options: MetadataOptions) =>
      run(async (console) => {
        const { runMetadata } = await import('../metadata/run-metadata.ts')
        return runMetadata(sources, options, console)
      }),
    )
}
