import { ResponseJudgement } from '#shared/model/judgement.ts'
import { makeSigningIdentity, type SigningIdentity } from '../pki/signing-identity.ts'
import { responseXml, sign } from '../saml/response-message.ts'
import { type BuiltCli, buildCli, type RunOptions } from './built-cli.ts'
import { type MessageFiles, messageFiles } from './message-files.ts'

/** The built command line with a sound response and what it takes to trust it. */
export interface ResponseCli {
  readonly cli: BuiltCli
  readonly files: MessageFiles
  readonly signer: SigningIdentity
  readonly stranger: SigningIdentity
  /** Path of a response that `soundOptions` and `trust` accept. */
  readonly sound: string
  readonly trust: readonly string[]
  /** Runs `claimcheck response … --format json`. */
  readonly json: (words: readonly string[], options?: RunOptions) => Promise<JudgedInJson>
  readonly close: () => Promise<void>
}

export interface JudgedInJson {
  readonly code: number | null
  readonly verdict: ResponseJudgement['verdict']
  readonly rootCauses: readonly string[]
  readonly judgement: ResponseJudgement
  readonly notes: string
}

export async function openResponseCli(): Promise<ResponseCli> {
  const [cli, files, signer, stranger] = await Promise.all([
    buildCli(),
    messageFiles(),
    makeSigningIdentity(),
    makeSigningIdentity(),
  ])
  return {
    ...{ cli, files, signer, stranger },
    sound: await files.write('sound.xml', sign(responseXml(), signer)),
    trust: ['--idp-cert', await files.write('idp.pem', signer.certificate.summary.pem)],
    json: (words, options) => judgeInJson(cli, words, options),
    close: async () => {
      await Promise.all([cli.remove(), files.remove()])
    },
  }
}

async function judgeInJson(cli: BuiltCli, words: readonly string[], options?: RunOptions): Promise<JudgedInJson> {
  const { code, out, notes } = await cli.run(['response', ...words, '--format', 'json'], options)
  const judgement = ResponseJudgement.parse(JSON.parse(out))
  const rootCauses = judgement.findings.filter(({ rootCause }) => rootCause).map((finding) => finding.code)
  return { code, verdict: judgement.verdict, rootCauses, judgement, notes }
}
