import { type Command, Option } from 'commander'
import { repeated } from '../options/repeated.ts'
import type { Run } from '../process/run.ts'
import type { SpInitOptions, SpMetadataOptions, SpRolloverOptions } from '../sp/sp-options.ts'

/** `claimcheck sp`: key pair, certificate and metadata of an application (service provider). */
export function declareSp(program: Command, run: Run): void {
  const sp = program
    .command('sp')
    .summary('make key, certificate and metadata of an application')
    .description('Makes what an application (service provider) needs. Private keys stay on this machine.')
  addresses(sp.command('init'))
    .summary('make a key pair, its certificate and metadata')
    .description(
      'Writes sp.key (readable by you alone), sp.pem and sp-metadata.xml, and prints where they are as JSON.\nNo file is ever overwritten.',
    )
    .addOption(keyOption())
    .option('--encryption', 'ask for encrypted assertions with the same key')
    .addOption(outOption())
    .option('--passphrase-file <file>', 'seals the private key with the passphrase in its first line')
    .action((options: SpInitOptions) =>
      run(async (console) => {
        const { runSpInit } = await import('../sp/run-sp-init.ts')
        return runSpInit(options, console)
      }),
    )
  addresses(sp.command('metadata'))
    .summary('write the metadata for certificates there are')
    .description('Prints SAML metadata of the application.')
    .addOption(certificateOption('the first signs; the others are announced'))
    .option('--encryption', 'ask for encrypted assertions with the first certificate')
    .action((options: SpMetadataOptions) =>
      run(async (console) => {
        const { runSpMetadata } = await import('../sp/run-sp-metadata.ts')
        return runSpMetadata(options, console)
      }),
    )
  addresses(sp.command('rollover'))
    .summary('make the next key pair, announced beside the current one')
    .description(
      'Writes sp-next.key, sp-next.pem and sp-metadata-next.xml, which holds the certificates of both keys, and prints where they\nare as JSON. Load that metadata at the identity provider, then sign with the next key, then take the old one out.',
    )
    .addOption(certificateOption('of the current key'))
    .addOption(keyOption())
    .option('--encryption', 'ask for encrypted assertions with the next key; keep the current one until they arrive')
    .addOption(outOption())
    .option('--passphrase-file <file>', 'seals the private key with the passphrase in its first line')
    .action((options: SpRolloverOptions) =>
      run(async (console) => {
        const { runSpRollover } = await import('../sp/run-sp-rollover.ts')
        return runSpRollover(options, console)
      }),
    )
}

const addresses = (command: Command): Command =>
  command
    .requiredOption('--entity-id <uri>', 'its entity ID')
    .requiredOption('--acs-url <url>', 'where responses are sent to')
    .option('--slo-url <url>', 'where logout messages are sent to')

const keyOption = () =>
  new Option('--key <kind>', 'kind of the key pair').choices(['rsa-2048', 'rsa-3072', 'ec-p256']).default('rsa-2048')

const outOption = () => new Option('--out <folder>', 'where the files are written to').default('.')

const certificateOption = (says: string) =>
  new Option('--sp-cert <file>', `certificates in PEM, ${says}; may be repeated`)
    .argParser(repeated)
    .makeOptionMandatory()
