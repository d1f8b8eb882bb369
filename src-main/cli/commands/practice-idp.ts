import { type Command, Option } from 'commander'
import { repeated } from '../options/repeated.ts'
import { port } from '../options/whole-number.ts'
import type { PracticeIdpServeOptions } from '../practice-idp/run-serve.ts'
import type { Run } from '../process/run.ts'

/** `claimcheck practice-idp`: an identity provider to practise with. */
export function declarePracticeIdp(program: Command, run: Run): void {
  program
    .command('practice-idp')
    .summary('run the practice identity provider')
    .description('Runs an identity provider for practice, on this machine only.')
    .command('serve')
    .summary('serve it')
    .description('Serves until SIGTERM or SIGINT. Prints one JSON line with addresses and people when it is ready.')
    .addOption(new Option('--port <port>', 'where to listen; 0 is any that is free').argParser(port).default(0))
    .addOption(new Option('--fault <id>', 'a mistake to make; may be repeated').argParser(repeated))
    .action((options: PracticeIdpServeOptions) =>
      run(async (console) => {
        const { runPracticeIdp } = await import('../practice-idp/run-serve.ts')
        return runPracticeIdp(options, console)
      }),
    )
}
