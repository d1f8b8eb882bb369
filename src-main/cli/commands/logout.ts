import type { Command } from 'commander'
import type { Run } from '../process/run.ts'
import type { ResponseOptions } from '../response/response-options.ts'
import { addMessageOptions } from './message-options.ts'

/** `claimcheck logout`: may this logout message be acted on? It takes the options of `response`, so that one set serves both. */
export function declareLogout(program: Command, run: Run): void {
  const command = program
    .command('logout')
    .summary('judge SAML logout messages')
    .description(
      'Judges LogoutRequest and LogoutResponse: XML, Base64, a form body, or the whole address or query of the Redirect binding, whose signature is judged too. "-" reads standard input.\nWithout trust it may be accepted with its signature "not-verified".',
    )
    .argument('<file...>', 'files, folders, patterns such as "*.xml", or - for standard input')
  addMessageOptions(command, {
    acsUrl: 'the logout URL it must have been sent to',
    requestId: 'ID of the LogoutRequest that a LogoutResponse must answer',
    idpInitiated: 'not judged here',
    spKey: 'private keys in PEM that open an encrypted NameID',
    policy: '',
    unused: ' (not judged here)',
  }).action((files: string[], options: ResponseOptions) =>
    run(async (console) => {
      const { runLogout } = await import('../logout/run-logout.ts')
      return runLogout(files, options, console)
    }),
  )
}
