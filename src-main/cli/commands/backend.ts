import { type Command, Option } from 'commander'
import type { InitOptions } from '../backend/run-init.ts'
import type { ServeOptions } from '../backend/run-serve.ts'
import { port, seconds, wholeNumber } from '../options/whole-number.ts'
import type { Run } from '../process/run.ts'

const dataDir = () => new Option('--data-dir <dir>', 'where its data is kept').default('claimcheck-data')

/** `claimcheck backend`: the tenant backend without a window. */
export function declareBackend(program: Command, run: Run): void {
  const backend = program.command('backend').summary('run the tenant backend').description('Runs the tenant backend.')
  backend
    .command('init')
    .summary('make an organisation')
    .description(
      'Makes an organisation with its owner and prints {orgId, apiKey} once.\nSecrets are sealed with the key in CLAIMCHECK_ENCRYPTION_KEY (32 bytes, Base64 or hexadecimal), else with a key file it makes in the data folder.',
    )
    .requiredOption('--organisation <name>', 'its name, as members read it')
    .requiredOption('--owner <email>', 'e-mail address of its owner')
    .addOption(
      new Option('--plan <plan>', 'its plan').choices(['free', 'business', 'enterprise']).default('enterprise'),
    )
    .addOption(dataDir())
    .action((options: InitOptions) =>
      run(async (console) => {
        const { runInit } = await import('../backend/run-init.ts')
        return runInit(options, console)
      }),
    )
  backend
    .command('backup')
    .summary('copy the database, while it is served too')
    .description('Copies the whole database as it is now into a new file.')
    .addOption(dataDir())
    .requiredOption('--to <file>', 'a file that does not exist')
    .action(({ dataDir: folder, to }: { dataDir: string; to: string }) =>
      run(async (console) => {
        const { runBackup } = await import('../backend/run-backup.ts')
        return runBackup({ dataDir: folder, file: to }, console)
      }),
    )
  backend
    .command('restore')
    .summary('put a backup in place')
    .description('Looks a backup through and puts it into a data folder that has no database.')
    .addOption(dataDir())
    .requiredOption('--from <file>', 'what "backup" made')
    .action(({ dataDir: folder, from }: { dataDir: string; from: string }) =>
      run(async (console) => {
        const { runRestore } = await import('../backend/run-backup.ts')
        return runRestore({ dataDir: folder, file: from }, console)
      }),
    )
  backend
    .command('serve')
    .summary('serve the admin API and the sign-in pages')
    .description(
      'Serves until SIGTERM or SIGINT. Prints one JSON line when it is ready.\nTo replace the encryption key start once with the new one in its place and the old one in CLAIMCHECK_PREVIOUS_ENCRYPTION_KEYS: everything is sealed anew before it listens.',
    )
    .addOption(dataDir())
    .addOption(new Option('--host <address>', 'where to listen').choices(['127.0.0.1']).default('127.0.0.1'))
    .addOption(new Option('--port <port>', 'where to listen; 0 is any that is free').argParser(port).default(0))
    .option('--public-url <url>', 'as browsers see it, such as https://sso.example.com')
    .option(
      '--licence-key <pem file>',
      'public key (Ed25519) of the operator: then only licences it signed count. Without one every organisation has the plan it was made with',
    )
    .addOption(
      new Option('--sso-from-plan <plan>', 'the least plan that includes single sign-on')
        .choices(['business', 'enterprise'])
        .default('enterprise'),
    )
    .option(
      '--smtp-url <url>',
      'mail server for links and invitations, such as smtp://mail.example.com:587; with a password in it, set CLAIMCHECK_SMTP_URL instead. Without one an owner reads the mail in the outbox of the admin API',
    )
    .addOption(
      new Option(
        '--metrics-port <port>',
        'where Prometheus reads metrics, on this machine alone; 0 is any that is free. Without one nothing is counted',
      ).argParser(wholeNumber('--metrics-port', 'a port', 65_535)),
    )
    .addOption(
      new Option(
        '--drain-seconds <seconds>',
        'how long it still answers after it is asked to stop, while /ready says 503',
      )
        .argParser(seconds('--drain-seconds', 600))
        .default(0),
    )
    .option('--mail-from <address>', 'who the mail is from')
    .option(
      '--allow-private-addresses',
      'metadata may be loaded from private networks too; with an https public URL only public addresses are asked',
    )
    .action((options: ServeOptions) =>
      run(async (console) => {
        const { runServe } = await import('../backend/run-serve.ts')
        return runServe(options, console)
      }),
    )
}
