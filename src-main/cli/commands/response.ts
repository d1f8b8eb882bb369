import type { Command } from 'commander'
import type { Run } from '../process/run.ts'
import type { ResponseOptions } from '../response/response-options.ts'
import { addMessageOptions } from './message-options.ts'

/** `claimcheck response`: is this response genuine, current and meant for us? */
export function declareResponse(program: Command, run: Run): void {
  const command = program
    .command('response')
    .summary('judge SAML responses')
    .description(
      'Judges SAML responses: XML, Base64, URL-encoded, deflated, a form body or an address. "-" reads standard input.\nWhat is not given is not judged: its finding is "not-verified".',
    )
    .argument('<file...>', 'files, folders, patterns such as "*.xml", or - for standard input')
  addMessageOptions(command, {
    acsUrl: 'the URL it must have been sent to',
    requestId: 'ID of the request it must answer',
    idpInitiated: 'it must answer no request',
    spKey: 'private keys in PEM that open encrypted assertions',
    policy: '; strict also consults the schemas and a second implementation',
    unused: '',
  }).action((files: string[], options: ResponseOptions) =>
    run(async (console) => {
      const { runResponse } = await import('../response/run-response.ts')
      return runResponse(files, options, console)
    }),
  )
}
